import type { IssuerData } from "../issuer";

/** Japan: documents in force, forms of their numbers, national numbers. */
export const jpn: IssuerData = {
  code: "JPN",
  title: "Japan",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/jpn/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{2}\d{7}$/, validity_years: [10, 5] },
    { type: "driver_license", zones: [], number: /^\d{12}$/, validity_years: [5, 3] },
    { type: "residence_permit", zones: [], number: /^[A-Z]{2}\d{8}[A-Z]{2}$/ },
  ],
};
