import type { IssuerData } from "../issuer";

/** Taiwan: documents in force, forms of their numbers, national numbers. */
export const twn: IssuerData = {
  code: "TWN",
  title: "Taiwan",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/twn/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^(?:\d{9}|[A-Z]\d{8})$/, validity_years: [10, 5, 3] },
    { type: "id_card", zones: [], number: /^[A-Z]\d{9}$/ },
    { type: "driver_license", zones: [] },
  ],
  nationalNumbers: [
    {
      name: "national identification number",
      rule: "TW.natid",
      zone: { type: "passport", field: "personal_number", pattern: /^(?:[A-Z]\d{9})$/ },
    },
  ],
};
