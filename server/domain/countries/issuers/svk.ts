import type { IssuerData } from "../issuer";

/** Slovakia: documents in force, forms of their numbers, national numbers. */
export const svk: IssuerData = {
  code: "SVK",
  title: "Slovakia",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/svk/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^(?:[A-Z]{2}\d{7}|[A-Z]\d{7})$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z]{2}\d{6}$/ },
    { type: "driver_license", zones: [], number: /^[A-Z0-9]{8}$/, validity_years: [15] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
  nationalNumbers: [{ name: "rodné číslo", rule: "SK.rc" }],
};
