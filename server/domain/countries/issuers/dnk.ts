import type { IssuerData } from "../issuer";

/** Denmark: documents in force, forms of their numbers, national numbers. */
export const dnk: IssuerData = {
  code: "DNK",
  title: "Denmark",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/dnk/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^\d{9}$/, validity_years: [10, 5] },
    { type: "driver_license", zones: [], number: /^\d{8}$/, validity_years: [15] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
  nationalNumbers: [
    {
      name: "CPR-nummer",
      rule: "DK.cpr",
      zone: { type: "passport", field: "personal_number", pattern: /^(?:\d{10})$/ },
    },
  ],
};
