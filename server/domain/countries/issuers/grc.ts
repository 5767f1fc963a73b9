import type { IssuerData } from "../issuer";

/** Greece: documents in force, forms of their numbers, national numbers. */
export const grc: IssuerData = {
  code: "GRC",
  title: "Greece",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/grc/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{2}\d{7}$/, validity_years: [5, 10] },
    { type: "id_card", zones: [], number: /^[A-ZΑ-Ω]{1,2}\d{6}$/ },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z]{2}\d{6,7}$/, validity_years: [10] },
    { type: "driver_license", zones: [], number: /^\d{9}$/, validity_years: [15] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
};
