import type { IssuerData } from "../issuer";

/** Senegal: documents in force, forms of their numbers, national numbers. */
export const sen: IssuerData = {
  code: "SEN",
  title: "Senegal",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/sen/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]\d{8}$/, validity_years: [5, 10] },
    { type: "id_card", zones: ["TD1"], number: /^\d{9,17}$/, validity_years: [10] },
    { type: "driver_license", zones: [] },
  ],
};
