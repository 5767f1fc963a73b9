import type { IssuerData } from "../issuer";

/** Spain: documents in force, forms of their numbers, national numbers. */
export const esp: IssuerData = {
  code: "ESP",
  title: "Spain",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/esp/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{2,3}\d{6}[A-Z]?$/, validity_years: [10, 5, 2] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z]{3}\d{6}$/, validity_years: [10, 5, 2] },
    { type: "driver_license", zones: [], number: /^\d{8}[A-Z]$/, validity_years: [10, 5] },
    { type: "residence_permit", zones: ["TD1"], number: /^[A-Z]\d{8}$/ },
  ],
  nationalNumbers: [
    { name: "DNI", rule: "ES.dni", zone: { type: "id_card", field: "optional1", pattern: /^(?:\d{8}[A-Z])$/ } },
    {
      name: "NIE",
      rule: "ES.nie",
      zone: { type: "residence_permit", field: "optional1", pattern: /^(?:[XYZ]\d{7}[A-Z])$/ },
    },
  ],
  permanentExpiry: "990101",
};
