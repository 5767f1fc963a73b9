import type { IssuerData } from "../issuer";

/** Czechia: documents in force, forms of their numbers, national numbers. */
export const cze: IssuerData = {
  code: "CZE",
  title: "Czechia",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/cze/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^\d{8}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^\d{9}$/ },
    { type: "driver_license", zones: [], number: /^[A-Z]{2}\d{6}$/, validity_years: [10] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
  nationalNumbers: [
    {
      name: "rodné číslo",
      rule: "CZ.rc",
      zone: { type: "passport", field: "personal_number", pattern: /^(?:\d{9,10})$/ },
    },
  ],
};
