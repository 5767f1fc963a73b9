import type { IssuerData } from "../issuer";

/** United Arab Emirates: documents in force, forms of their numbers, national numbers. */
export const are: IssuerData = {
  code: "ARE",
  title: "United Arab Emirates",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/are/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{1,2}[A-Z0-9]\d{6,7}$/, validity_years: [5, 10] },
    { type: "id_card", zones: ["TD1"], number: /^\d{9}$/, validity_years: [10, 5, 2] },
    { type: "residence_permit", zones: ["TD1"], number: /^\d{9}$/ },
  ],
};
