import type { IssuerData } from "../issuer";

/** Kenya: documents in force, forms of their numbers, national numbers. */
export const ken: IssuerData = {
  code: "KEN",
  title: "Kenya",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/ken/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{1,2}\d{6,7}$/, validity_years: [10] },
    { type: "id_card", zones: ["TD1"], number: /^\d{7,9}$/, validity_years: [10] },
    { type: "driver_license", zones: [] },
  ],
};
