import type { IssuerData } from "../issuer";

/** Armenia: documents in force, forms of their numbers, national numbers. */
export const arm: IssuerData = {
  code: "ARM",
  title: "Armenia",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/arm/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{2}\d{7}$/, validity_years: [10] },
    { type: "id_card", zones: ["TD1"], number: /^(?:\d{9}|[A-Z]{2}\d{7})$/, validity_years: [10] },
    { type: "driver_license", zones: [] },
  ],
};
