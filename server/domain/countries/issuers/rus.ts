import type { IssuerData } from "../issuer";

/** Russia: documents in force, forms of their numbers, national numbers. */
export const rus: IssuerData = {
  code: "RUS",
  title: "Russia",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/rus/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^\d{9}$/, validity_years: [10, 5] },
    { type: "driver_license", zones: [], number: /^\d{10}$/, validity_years: [10] },
  ],
};
