import type { IssuerData } from "../issuer";

/** Israel: documents in force, forms of their numbers, national numbers. */
export const isr: IssuerData = {
  code: "ISR",
  title: "Israel",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/isr/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^\d{7,8}$/, validity_years: [10, 5] },
    { type: "id_card", zones: [], number: /^\d{9}$/, validity_years: [10] },
    { type: "driver_license", zones: [] },
  ],
  nationalNumbers: [
    {
      name: "identity number",
      rule: "IL.idnr",
      zone: { type: "passport", field: "personal_number", pattern: /^(?:\d{1}\D?\d{7}\D?\d)$/ },
    },
  ],
};
