import type { IssuerData } from "../issuer";

/** Croatia: documents in force, forms of their numbers, national numbers. */
export const hrv: IssuerData = {
  code: "HRV",
  title: "Croatia",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/hrv/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^\d{9}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^\d{9}$/, validity_years: [5, 10] },
    { type: "driver_license", zones: [], number: /^\d{8}$/, validity_years: [10] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
  nationalNumbers: [
    { name: "OIB", rule: "HR.oib", zone: { type: "id_card", field: "optional1", pattern: /^(?:\d{11})$/ } },
  ],
};
