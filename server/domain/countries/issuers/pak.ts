import type { IssuerData } from "../issuer";

/** Pakistan: documents in force, forms of their numbers, national numbers. */
export const pak: IssuerData = {
  code: "PAK",
  title: "Pakistan",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/pak/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{2}\d{7}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^\d{13}$/, validity_years: [10] },
    { type: "driver_license", zones: [] },
  ],
  nationalNumbers: [
    { name: "CNIC", rule: "PK.cnic", zone: { type: "passport", field: "personal_number", pattern: /^(?:\d{13})$/ } },
  ],
};
