import type { IssuerData } from "../issuer";

/** Bulgaria: documents in force, forms of their numbers, national numbers. */
export const bgr: IssuerData = {
  code: "BGR",
  title: "Bulgaria",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/bgr/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^\d{9}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^(?:\d{9}|[A-Z]{2}\d{7})$/, validity_years: [10] },
    { type: "driver_license", zones: [], number: /^\d{9}$/, validity_years: [10] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
  nationalNumbers: [
    { name: "EGN", rule: "BG.egn", zone: { type: "passport", field: "personal_number", pattern: /^(?:\d{10})$/ } },
  ],
};
