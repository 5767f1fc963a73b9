import type { IssuerData } from "../issuer";

/** Malta: documents in force, forms of their numbers, national numbers. */
export const mlt: IssuerData = {
  code: "MLT",
  title: "Malta",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/mlt/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^\d{7}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^\d{5,7}[A-Z]?$/, validity_years: [10, 5] },
    { type: "driver_license", zones: [] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
};
