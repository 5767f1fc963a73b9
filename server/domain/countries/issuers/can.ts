import type { IssuerData } from "../issuer";

/** Canada: documents in force, forms of their numbers, national numbers. */
export const can: IssuerData = {
  code: "CAN",
  title: "Canada",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/can/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^(?:[A-Z]{2}\d{6}|[A-Z]\d{6}[A-Z]{2})$/, validity_years: [10, 5] },
    { type: "id_card", zones: [], barcode: "AAMVA" },
    { type: "driver_license", zones: [], barcode: "AAMVA" },
    { type: "residence_permit", zones: ["TD1"] },
  ],
};
