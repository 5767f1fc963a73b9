import type { IssuerData } from "../issuer";

/** Cyprus: documents in force, forms of their numbers, national numbers. */
export const cyp: IssuerData = {
  code: "CYP",
  title: "Cyprus",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/cyp/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^(?:[A-Z]\d{8}|[A-Z]\d{6,7})$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z0-9]{8,10}$/, validity_years: [10] },
    { type: "driver_license", zones: [] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
};
