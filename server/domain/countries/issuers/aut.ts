import type { IssuerData } from "../issuer";

/** Austria: documents in force, forms of their numbers, national numbers. */
export const aut: IssuerData = {
  code: "AUT",
  title: "Austria",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/aut/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{1,2}\d{7}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z]{0,2}\d{7,8}$/ },
    { type: "driver_license", zones: [], number: /^\d{8}$/, validity_years: [15] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
};
