import type { IssuerData } from "../issuer";

/** United States of America: documents in force, forms of their numbers, national numbers. */
export const usa: IssuerData = {
  code: "USA",
  title: "United States of America",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/usa/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z0-9]\d{8}$/, validity_years: [10, 5] },
    { type: "id_card", zones: [], barcode: "AAMVA" },
    { type: "driver_license", zones: [], barcode: "AAMVA" },
    { type: "residence_permit", zones: ["TD1"], number: /^[A-Z0-9]{9}$/, validity_years: [10, 2] },
  ],
};
