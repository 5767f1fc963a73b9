import type { IssuerData } from "../issuer";

/** Ireland: documents in force, forms of their numbers, national numbers. */
export const irl: IssuerData = {
  code: "IRL",
  title: "Ireland",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/irl/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{1,2}\d{6,7}$/, validity_years: [10, 5] },
    { type: "driver_license", zones: [], number: /^\d{9}$/, validity_years: [10, 3] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
};
