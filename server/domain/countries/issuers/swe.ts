import type { IssuerData } from "../issuer";

/** Sweden: documents in force, forms of their numbers, national numbers. */
export const swe: IssuerData = {
  code: "SWE",
  title: "Sweden",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/swe/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^(?:\d{8}|[A-Z]{2}\d{6,7})$/, validity_years: [5] },
    { type: "id_card", zones: ["TD1"], number: /^(?:\d{8}|[A-Z]{2}\d{6,7})$/, validity_years: [5] },
    { type: "driver_license", zones: [], validity_years: [10] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
  nationalNumbers: [
    {
      name: "personnummer",
      rule: "SE.personnummer",
      zone: { type: "id_card", field: "optional1", pattern: /^(?:\d{12})$/ },
    },
  ],
};
