import type { IssuerData } from "../issuer";

/** United Kingdom: documents in force, forms of their numbers, national numbers. */
export const gbr: IssuerData = {
  code: "GBR",
  title: "United Kingdom",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/gbr/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^\d{9}$/, validity_years: [10, 5] },
    {
      type: "driver_license",
      zones: [],
      number: /^[A-Z]{1,5}9{0,4}\d{6}[A-Z9]{2}[A-Z0-9]{3}(\d{2})?$/,
      validity_years: [10],
    },
    { type: "residence_permit", zones: ["TD1"], number: /^[A-Z]{2}[A-Z0-9]{7}$/ },
  ],
};
