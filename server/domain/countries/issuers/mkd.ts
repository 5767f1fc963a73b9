import type { IssuerData } from "../issuer";

/** North Macedonia: documents in force, forms of their numbers, national numbers. */
export const mkd: IssuerData = {
  code: "MKD",
  title: "North Macedonia",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/mkd/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^(?:[A-Z]\d{7}|[A-Z0-9]{8})$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z0-9]{7,9}$/, validity_years: [10, 5] },
    { type: "driver_license", zones: [] },
  ],
  nationalNumbers: [
    { name: "EMBG", rule: "MK.jmbg", zone: { type: "id_card", field: "optional1", pattern: /^(?:\d{13})$/ } },
  ],
};
