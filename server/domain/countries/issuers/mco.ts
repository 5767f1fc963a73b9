import type { IssuerData } from "../issuer";

/** Monaco: documents in force, forms of their numbers, national numbers. */
export const mco: IssuerData = {
  code: "MCO",
  title: "Monaco",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/mco/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^\d{2}[A-Z]{2}\d{5}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^(?:\d{6}|[A-Z0-9]{9})$/, validity_years: [5, 10] },
    { type: "driver_license", zones: [] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
};
