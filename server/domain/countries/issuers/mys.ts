import type { IssuerData } from "../issuer";

/** Malaysia: documents in force, forms of their numbers, national numbers. */
export const mys: IssuerData = {
  code: "MYS",
  title: "Malaysia",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/mys/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[AHK]\d{8}$/, validity_years: [5, 10] },
    { type: "id_card", zones: [], number: /^\d{12}$/ },
    { type: "driver_license", zones: [] },
  ],
  nationalNumbers: [
    { name: "NRIC", rule: "MY.nric", zone: { type: "passport", field: "personal_number", pattern: /^(?:\d{12})$/ } },
  ],
};
