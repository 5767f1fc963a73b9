import type { IssuerData } from "../issuer";

/** Kazakhstan: documents in force, forms of their numbers, national numbers. */
export const kaz: IssuerData = {
  code: "KAZ",
  title: "Kazakhstan",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/kaz/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]\d{8}$/, validity_years: [10] },
    { type: "id_card", zones: ["TD1"], number: /^\d{9}$/, validity_years: [10] },
    { type: "driver_license", zones: [] },
  ],
};
