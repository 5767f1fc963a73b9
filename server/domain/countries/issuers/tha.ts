import type { IssuerData } from "../issuer";

/** Thailand: documents in force, forms of their numbers, national numbers. */
export const tha: IssuerData = {
  code: "THA",
  title: "Thailand",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/tha/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{1,2}\d{6,7}$/, validity_years: [10, 5] },
    { type: "id_card", zones: [], number: /^\d{13}$/, validity_years: [8] },
    { type: "driver_license", zones: [] },
  ],
  nationalNumbers: [
    {
      name: "citizen identity number",
      rule: "TH.idnr",
      zone: { type: "passport", field: "personal_number", pattern: /^(?:\d{13})$/ },
    },
  ],
};
