import type { IssuerData } from "../issuer";

/** Algeria: documents in force, forms of their numbers, national numbers. */
export const dza: IssuerData = {
  code: "DZA",
  title: "Algeria",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/dza/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^\d{9}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^\d{9}$/, validity_years: [10] },
    { type: "driver_license", zones: [] },
  ],
};
