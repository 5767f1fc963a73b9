import type { IssuerData } from "../issuer";

/** Saudi Arabia: documents in force, forms of their numbers, national numbers. */
export const sau: IssuerData = {
  code: "SAU",
  title: "Saudi Arabia",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/sau/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]\d{6,8}$/, validity_years: [5, 10] },
    { type: "id_card", zones: [], number: /^\d{10}$/, validity_years: [10, 5] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
};
