import type { IssuerData } from "../issuer";

/** Chile: documents in force, forms of their numbers, national numbers. */
export const chl: IssuerData = {
  code: "CHL",
  title: "Chile",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/chl/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^(?:[A-Z]\d{8}|[A-Z]\d{7}|\d{9})$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z]?\d{8,9}$/, validity_years: [10] },
    { type: "driver_license", zones: [] },
  ],
  nationalNumbers: [
    { name: "RUN", rule: "CL.run", zone: { type: "id_card", field: "optional2", pattern: /^(?:\d{7,8}[\dK])$/ } },
  ],
};
