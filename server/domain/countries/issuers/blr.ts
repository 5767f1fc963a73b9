import type { IssuerData } from "../issuer";

/** Belarus: documents in force, forms of their numbers, national numbers. */
export const blr: IssuerData = {
  code: "BLR",
  title: "Belarus",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/blr/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{2}\d{7}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z]{2}\d{7}$/, validity_years: [10] },
    { type: "driver_license", zones: [] },
  ],
};
