import type { IssuerData } from "../issuer";

/** Albania: documents in force, forms of their numbers, national numbers. */
export const alb: IssuerData = {
  code: "ALB",
  title: "Albania",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/alb/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{2}\d{7}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^(?:\d{9}|[A-Z0-9]{9})$/, validity_years: [10, 5] },
    { type: "driver_license", zones: [] },
  ],
};
