import type { IssuerData } from "../issuer";

/** Kosovo: documents in force, forms of their numbers, national numbers. */
export const rks: IssuerData = {
  code: "RKS",
  title: "Kosovo",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/rks/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]\d{8}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z]?\d{8,9}$/, validity_years: [10, 5] },
    { type: "driver_license", zones: [] },
  ],
};
