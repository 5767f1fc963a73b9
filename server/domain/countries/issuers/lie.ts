import type { IssuerData } from "../issuer";

/** Liechtenstein: documents in force, forms of their numbers, national numbers. */
export const lie: IssuerData = {
  code: "LIE",
  title: "Liechtenstein",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/lie/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{1,2}\d{5,7}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z]{2}\d{6,9}$/ },
    { type: "driver_license", zones: [] },
  ],
};
