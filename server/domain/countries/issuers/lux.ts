import type { IssuerData } from "../issuer";

/** Luxembourg: documents in force, forms of their numbers, national numbers. */
export const lux: IssuerData = {
  code: "LUX",
  title: "Luxembourg",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/lux/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z0-9]{7,9}$/, validity_years: [5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z0-9]{8,9}$/, validity_years: [10] },
    { type: "driver_license", zones: [] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
};
