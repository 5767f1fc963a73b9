import type { IssuerData } from "../issuer";

/** South Africa: documents in force, forms of their numbers, national numbers. */
export const zaf: IssuerData = {
  code: "ZAF",
  title: "South Africa",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/zaf/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]?\d{8,9}$/, validity_years: [10, 5] },
    { type: "id_card", zones: [], number: /^(?:\d{13}|\d{9})$/ },
    { type: "driver_license", zones: [] },
  ],
  nationalNumbers: [
    {
      name: "identity number",
      rule: "ZA.idnr",
      zone: { type: "passport", field: "personal_number", pattern: /^(?:\d{13})$/ },
    },
  ],
};
