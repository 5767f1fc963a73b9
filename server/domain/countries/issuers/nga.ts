import type { IssuerData } from "../issuer";

/** Nigeria: documents in force, forms of their numbers, national numbers. */
export const nga: IssuerData = {
  code: "NGA",
  title: "Nigeria",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/nga/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]\d{8}$/, validity_years: [5, 10] },
    { type: "id_card", zones: ["TD1"], validity_years: [5] },
    { type: "driver_license", zones: [] },
  ],
};
