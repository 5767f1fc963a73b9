import type { IssuerData } from "../issuer";

/** Norway: documents in force, forms of their numbers, national numbers. */
export const nor: IssuerData = {
  code: "NOR",
  title: "Norway",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/nor/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^(?:\d{8}|[A-Z]{3}\d{5,6})$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z0-9]{8,9}$/, validity_years: [5] },
    { type: "driver_license", zones: [], validity_years: [15] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
  nationalNumbers: [
    {
      name: "fødselsnummer",
      rule: "NO.fodselsnummer",
      zone: { type: "passport", field: "personal_number", pattern: /^(?:\d{11})$/ },
    },
  ],
};
