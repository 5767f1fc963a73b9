import type { IssuerData } from "../issuer";

/** Portugal: documents in force, forms of their numbers, national numbers. */
export const prt: IssuerData = {
  code: "PRT",
  title: "Portugal",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/prt/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{1,2}\d{6}$/, validity_years: [5, 10] },
    { type: "id_card", zones: ["TD1"], number: /^\d{8,9}[A-Z0-9]{0,3}$/, validity_years: [10, 5] },
    { type: "driver_license", zones: [], validity_years: [15] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
};
