import type { IssuerData } from "../issuer";

/** Macao: documents in force, forms of their numbers, national numbers. */
export const mac: IssuerData = {
  code: "MAC",
  title: "Macao",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/mac/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{1,2}\d{7}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^\d{8}$/, validity_years: [10] },
  ],
};
