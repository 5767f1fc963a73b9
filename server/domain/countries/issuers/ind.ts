import type { IssuerData } from "../issuer";

/** India: documents in force, forms of their numbers, national numbers. */
export const ind: IssuerData = {
  code: "IND",
  title: "India",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/ind/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]\d{7}$/, validity_years: [10, 5] },
    { type: "id_card", zones: [], number: /^\d{12}$/ },
    { type: "driver_license", zones: [] },
  ],
  nationalNumbers: [{ name: "Aadhaar", rule: "IN.aadhaar" }],
};
