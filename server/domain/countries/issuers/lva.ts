import type { IssuerData } from "../issuer";

/** Latvia: documents in force, forms of their numbers, national numbers. */
export const lva: IssuerData = {
  code: "LVA",
  title: "Latvia",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/lva/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{2}\d{7}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z]{2}\d{7}$/, validity_years: [10, 5] },
    { type: "driver_license", zones: [], number: /^[A-Z]{2}\d{6}$/, validity_years: [10] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
  nationalNumbers: [
    {
      name: "personas kods",
      rule: "LV.pvn",
      zone: { type: "id_card", field: "optional1", pattern: /^(?:\d{6}-?\d{5})$/ },
    },
  ],
};
