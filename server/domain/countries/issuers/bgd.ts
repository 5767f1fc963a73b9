import type { IssuerData } from "../issuer";

/** Bangladesh: documents in force, forms of their numbers, national numbers. */
export const bgd: IssuerData = {
  code: "BGD",
  title: "Bangladesh",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/bgd/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{1,2}\d{7,8}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], validity_years: [15] },
  ],
};
