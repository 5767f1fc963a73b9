import type { IssuerData } from "../issuer";

/** Indonesia: documents in force, forms of their numbers, national numbers. */
export const idn: IssuerData = {
  code: "IDN",
  title: "Indonesia",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/idn/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^(?:[A-Z]\d{7}|[A-Z]{2}\d{6})$/, validity_years: [10, 5] },
    { type: "id_card", zones: [], number: /^\d{16}$/ },
    { type: "driver_license", zones: [] },
  ],
};
