import type { IssuerData } from "../issuer";

/** Colombia: documents in force, forms of their numbers, national numbers. */
export const col: IssuerData = {
  code: "COL",
  title: "Colombia",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/col/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{2}\d{6}$/, validity_years: [10] },
    { type: "id_card", zones: ["TD1"], number: /^\d{6,10}$/, validity_years: [10] },
    { type: "driver_license", zones: [] },
  ],
};
