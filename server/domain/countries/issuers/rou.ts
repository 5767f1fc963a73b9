import type { IssuerData } from "../issuer";

/** Romania: documents in force, forms of their numbers, national numbers. */
export const rou: IssuerData = {
  code: "ROU",
  title: "Romania",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/rou/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^\d{8,9}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD2", "TD1"], number: /^[A-Z]{2}\d{6,7}$/, validity_years: [10, 7, 4] },
    { type: "driver_license", zones: [], number: /^[A-Z]\d{8}[A-Z]?$/, validity_years: [10] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
  nationalNumbers: [{ name: "CNP", rule: "RO.cnp" }],
};
