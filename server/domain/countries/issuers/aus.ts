import type { IssuerData } from "../issuer";

/** Australia: documents in force, forms of their numbers, national numbers. */
export const aus: IssuerData = {
  code: "AUS",
  title: "Australia",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/aus/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{1,2}\d{7}$/, validity_years: [10, 5] },
    { type: "driver_license", zones: [] },
  ],
};
