import type { IssuerData } from "../issuer";

/** France: documents in force, forms of their numbers, national numbers. */
export const fra: IssuerData = {
  code: "FRA",
  title: "France",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/fra/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^\d{2}[A-Z]{2}\d{5}$/, validity_years: [10, 5] },
    {
      type: "id_card",
      zones: ["TD1", "FRENCH_NATIONAL_ID"],
      number: /^(?:[A-Z0-9]{9}|\d{4}[A-Z0-9]{3}\d{5})$/,
      validity_years: [10, 15],
    },
    {
      type: "driver_license",
      zones: ["FRENCH_DRIVING_LICENSE"],
      number: /^(?:\d{2}[A-Z]{2}\d{5}|\d{12})$/,
      validity_years: [15],
    },
    { type: "residence_permit", zones: ["TD1"], number: /^[A-Z0-9]{9}$/ },
  ],
};
