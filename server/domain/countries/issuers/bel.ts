import type { IssuerData } from "../issuer";

/** Belgium: documents in force, forms of their numbers, national numbers. */
export const bel: IssuerData = {
  code: "BEL",
  title: "Belgium",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/bel/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{2}\d{6}$/, validity_years: [7, 5, 10] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z]?\d{9,12}$/, validity_years: [10, 6, 5] },
    { type: "driver_license", zones: [], number: /^\d{10}$/, validity_years: [10] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
  nationalNumbers: [
    {
      name: "national register number",
      rule: "BE.nn",
      zone: { type: "id_card", field: "optional2", pattern: /^(?:\d{11})$/ },
    },
  ],
};
