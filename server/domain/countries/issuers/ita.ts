import type { IssuerData } from "../issuer";

/** Italy: documents in force, forms of their numbers, national numbers. */
export const ita: IssuerData = {
  code: "ITA",
  title: "Italy",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/ita/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{2}\d{7}$/, validity_years: [10, 5, 3] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z]{2}\d{5}[A-Z]{2}$/, validity_years: [10, 5, 3] },
    { type: "driver_license", zones: [], number: /^[A-Z0-9]{10}$/, validity_years: [10, 5] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
  nationalNumbers: [{ name: "codice fiscale", rule: "IT.codicefiscale" }],
};
