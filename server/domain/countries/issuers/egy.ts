import type { IssuerData } from "../issuer";

/** Egypt: documents in force, forms of their numbers, national numbers. */
export const egy: IssuerData = {
  code: "EGY",
  title: "Egypt",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/egy/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^(?:[A-Z]\d{8}|\d{7,9})$/, validity_years: [7] },
    { type: "id_card", zones: [], number: /^\d{14}$/, validity_years: [7] },
    { type: "driver_license", zones: [] },
  ],
};
