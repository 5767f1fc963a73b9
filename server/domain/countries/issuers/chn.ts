import type { IssuerData } from "../issuer";

/** China: documents in force, forms of their numbers, national numbers. */
export const chn: IssuerData = {
  code: "CHN",
  title: "China",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/chn/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{1,2}\d{7,8}$/, validity_years: [10, 5] },
    { type: "id_card", zones: [], number: /^\d{17}[\dX]$/, validity_years: [10, 20] },
  ],
  nationalNumbers: [{ name: "resident identity number", rule: "CN.ric" }],
};
