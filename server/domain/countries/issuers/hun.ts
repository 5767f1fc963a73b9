import type { IssuerData } from "../issuer";

/** Hungary: documents in force, forms of their numbers, national numbers. */
export const hun: IssuerData = {
  code: "HUN",
  title: "Hungary",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/hun/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{2}\d{6,7}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^(?:\d{6}[A-Z]{2}|[A-Z]{2}\d{6,7})$/ },
    { type: "driver_license", zones: [], number: /^[A-Z]{2}\d{6}$/, validity_years: [10] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
};
