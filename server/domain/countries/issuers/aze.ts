import type { IssuerData } from "../issuer";

/** Azerbaijan: documents in force, forms of their numbers, national numbers. */
export const aze: IssuerData = {
  code: "AZE",
  title: "Azerbaijan",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/aze/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]\d{8}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^(?:[A-Z]{2}\d{7}|[A-Z]{3}\d{8})$/, validity_years: [10] },
    { type: "driver_license", zones: [] },
  ],
};
