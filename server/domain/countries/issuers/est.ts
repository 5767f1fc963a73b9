import type { IssuerData } from "../issuer";

/** Estonia: documents in force, forms of their numbers, national numbers. */
export const est: IssuerData = {
  code: "EST",
  title: "Estonia",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/est/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{1,2}\d{7}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z]{1,2}\d{7}$/, validity_years: [5] },
    { type: "driver_license", zones: [], number: /^[A-Z]{2}\d{6}$/, validity_years: [10] },
    { type: "residence_permit", zones: ["TD1"], number: /^[A-Z]{2}\d{7}$/ },
  ],
  nationalNumbers: [
    { name: "isikukood", rule: "EE.ik", zone: { type: "id_card", field: "optional1", pattern: /^(?:\d{11})$/ } },
    { name: "isikukood", rule: "EE.ik", zone: { type: "passport", field: "personal_number", pattern: /^(?:\d{11})$/ } },
  ],
};
