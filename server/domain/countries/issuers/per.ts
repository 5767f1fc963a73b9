import type { IssuerData } from "../issuer";

/** Peru: documents in force, forms of their numbers, national numbers. */
export const per: IssuerData = {
  code: "PER",
  title: "Peru",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/per/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^\d{9}$/, validity_years: [5, 10] },
    { type: "id_card", zones: ["TD1"], number: /^\d{8,9}$/, validity_years: [8] },
    { type: "driver_license", zones: [] },
  ],
};
