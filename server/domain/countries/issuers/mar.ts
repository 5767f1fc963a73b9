import type { IssuerData } from "../issuer";

/** Morocco: documents in force, forms of their numbers, national numbers. */
export const mar: IssuerData = {
  code: "MAR",
  title: "Morocco",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/mar/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{2}\d{7}$/, validity_years: [5] },
    {
      type: "id_card",
      zones: ["TD1"],
      number: /^(?:[A-Z]{1,2}\d{5,7}|[A-Z]{2}\d[A-Z]\d{5}|[A-Z0-9]{8,9})$/,
      validity_years: [10],
    },
    { type: "driver_license", zones: [] },
  ],
};
