import type { IssuerData } from "../issuer";

/** Lithuania: documents in force, forms of their numbers, national numbers. */
export const ltu: IssuerData = {
  code: "LTU",
  title: "Lithuania",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/ltu/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^\d{8}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^\d{8}$/, validity_years: [10, 5] },
    { type: "driver_license", zones: [], number: /^\d{8}$/, validity_years: [10] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
  nationalNumbers: [
    { name: "asmens kodas", rule: "LT.asmens", zone: { type: "id_card", field: "optional1", pattern: /^(?:\d{11})$/ } },
    {
      name: "asmens kodas",
      rule: "LT.asmens",
      zone: { type: "passport", field: "personal_number", pattern: /^(?:\d{11})$/ },
    },
  ],
};
