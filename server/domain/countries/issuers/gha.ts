import type { IssuerData } from "../issuer";

/** Ghana: documents in force, forms of their numbers, national numbers. */
export const gha: IssuerData = {
  code: "GHA",
  title: "Ghana",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/gha/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]\d{7}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z0-9]{8,13}$/, validity_years: [10] },
    { type: "driver_license", zones: [] },
  ],
};
