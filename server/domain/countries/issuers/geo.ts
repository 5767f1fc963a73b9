import type { IssuerData } from "../issuer";

/** Georgia: documents in force, forms of their numbers, national numbers. */
export const geo: IssuerData = {
  code: "GEO",
  title: "Georgia",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/geo/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^\d{2}[A-Z]{2}\d{5}$/, validity_years: [10] },
    { type: "id_card", zones: ["TD1"], number: /^\d{2}[A-Z]{2}\d{5}$/, validity_years: [10] },
    { type: "driver_license", zones: [] },
  ],
};
