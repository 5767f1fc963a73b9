import type { IssuerData } from "../issuer";

/** Poland: documents in force, forms of their numbers, national numbers. */
export const pol: IssuerData = {
  code: "POL",
  title: "Poland",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/pol/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{2}\d{7}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z]{3}\d{6}$/ },
    { type: "driver_license", zones: [], number: /^\d{11}$/, validity_years: [15] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
  nationalNumbers: [
    { name: "PESEL", rule: "PL.pesel", zone: { type: "passport", field: "personal_number", pattern: /^(?:\d{11})$/ } },
  ],
};
