import type { IssuerData } from "../issuer";

/** New Zealand: documents in force, forms of their numbers, national numbers. */
export const nzl: IssuerData = {
  code: "NZL",
  title: "New Zealand",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/nzl/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{1,2}\d{6}$/, validity_years: [10, 5] },
    { type: "driver_license", zones: [], number: /^[A-Z]{2}\d{6}$/, validity_years: [10] },
  ],
};
