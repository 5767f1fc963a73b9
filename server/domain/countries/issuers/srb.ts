import type { IssuerData } from "../issuer";

/** Serbia: documents in force, forms of their numbers, national numbers. */
export const srb: IssuerData = {
  code: "SRB",
  title: "Serbia",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/srb/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^\d{9}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^\d{9}$/, validity_years: [10, 5] },
    { type: "driver_license", zones: [], number: /^\d{9}$/, validity_years: [10] },
  ],
  nationalNumbers: [
    { name: "JMBG", rule: "RS.jmbg", zone: { type: "id_card", field: "optional1", pattern: /^(?:\d{13})$/ } },
  ],
};
