import type { IssuerData } from "../issuer";

/** Singapore: documents in force, forms of their numbers, national numbers. */
export const sgp: IssuerData = {
  code: "SGP",
  title: "Singapore",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/sgp/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]\d{7}[A-Z]$/, validity_years: [10, 5] },
    { type: "id_card", zones: [], number: /^[STFGM]\d{7}[A-Z]$/ },
    { type: "driver_license", zones: [] },
  ],
};
