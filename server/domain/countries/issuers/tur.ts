import type { IssuerData } from "../issuer";

/** Türkiye: documents in force, forms of their numbers, national numbers. */
export const tur: IssuerData = {
  code: "TUR",
  title: "Türkiye",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/tur/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]\d{8}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z]\d{2}[A-Z]\d{5}$/, validity_years: [10] },
    { type: "driver_license", zones: [], number: /^\d{6}$/, validity_years: [10] },
  ],
  nationalNumbers: [
    {
      name: "T.C. kimlik no",
      rule: "TR.tckimlik",
      zone: { type: "id_card", field: "optional1", pattern: /^(?:\d{11})$/ },
    },
    {
      name: "T.C. kimlik no",
      rule: "TR.tckimlik",
      zone: { type: "passport", field: "personal_number", pattern: /^(?:\d{11})$/ },
    },
  ],
};
