import type { IssuerData } from "../issuer";

/** Venezuela: documents in force, forms of their numbers, national numbers. */
export const ven: IssuerData = {
  code: "VEN",
  title: "Venezuela",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/ven/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^\d{9}$/, validity_years: [10, 5] },
    { type: "id_card", zones: [], number: /^[VE]?\d{6,9}$/, validity_years: [10] },
    { type: "driver_license", zones: [] },
  ],
};
