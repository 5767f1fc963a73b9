import type { IssuerData } from "../issuer";

/** Ukraine: documents in force, forms of their numbers, national numbers. */
export const ukr: IssuerData = {
  code: "UKR",
  title: "Ukraine",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/ukr/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{2}\d{6}$/, validity_years: [10, 4] },
    { type: "id_card", zones: ["TD1"], number: /^\d{9}$/, validity_years: [10, 4] },
    { type: "driver_license", zones: [], number: /^[A-Z]{3}\d{6}$/ },
  ],
};
