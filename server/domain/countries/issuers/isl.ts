import type { IssuerData } from "../issuer";

/** Iceland: documents in force, forms of their numbers, national numbers. */
export const isl: IssuerData = {
  code: "ISL",
  title: "Iceland",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/isl/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]\d{7}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z0-9]{8,9}$/, validity_years: [5] },
    { type: "driver_license", zones: [], number: /^\d{8,9}$/, validity_years: [15] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
  nationalNumbers: [
    {
      name: "kennitala",
      rule: "IS.kennitala",
      zone: { type: "passport", field: "personal_number", pattern: /^(?:\d{6}\D?\d{4})$/ },
    },
  ],
};
