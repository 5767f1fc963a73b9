import type { IssuerData } from "../issuer";

/** Côte d'Ivoire: documents in force, forms of their numbers, national numbers. */
export const civ: IssuerData = {
  code: "CIV",
  title: "Côte d'Ivoire",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/civ/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^\d{2}[A-Z]{2}\d{5}$/, validity_years: [5, 10] },
    { type: "id_card", zones: ["TD1"], number: /^(?:[A-Z]{1,2}\d{9,10}|[A-Z0-9]{9,11})$/, validity_years: [10] },
    { type: "driver_license", zones: [] },
  ],
};
