import type { IssuerData } from "../issuer";

/** Philippines: documents in force, forms of their numbers, national numbers. */
export const phl: IssuerData = {
  code: "PHL",
  title: "Philippines",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/phl/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^(?:[A-Z]\d{7}[A-Z]|[A-Z]{2}\d{6,7})$/, validity_years: [10, 5] },
    { type: "id_card", zones: [], number: /^\d{16}$/ },
    { type: "driver_license", zones: [], number: /^[A-Z]\d{10}$/, validity_years: [5, 10] },
  ],
};
