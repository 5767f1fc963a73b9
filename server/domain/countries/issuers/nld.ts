import type { IssuerData } from "../issuer";

/** Netherlands: documents in force, forms of their numbers, national numbers. */
export const nld: IssuerData = {
  code: "NLD",
  title: "Netherlands",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/nld/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-NP-Z]{2}[A-NP-Z0-9]{6}\d$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-NP-Z]{2}[A-NP-Z0-9]{6}\d$/, validity_years: [10, 5] },
    { type: "driver_license", zones: [], number: /^\d{10}$/, validity_years: [10] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
  nationalNumbers: [
    {
      name: "burgerservicenummer",
      rule: "NL.bsn",
      zone: { type: "passport", field: "personal_number", pattern: /^(?:\d{9})$/ },
    },
  ],
};
