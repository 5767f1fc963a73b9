import type { IssuerData } from "../issuer";

/** Moldova: documents in force, forms of their numbers, national numbers. */
export const mda: IssuerData = {
  code: "MDA",
  title: "Moldova",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/mda/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{2}\d{7}$/, validity_years: [10, 7, 4] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z]?\d{8,9}$/, validity_years: [10] },
    { type: "driver_license", zones: [], number: /^\d{9}$/, validity_years: [10] },
  ],
  nationalNumbers: [{ name: "IDNP", rule: "MD.idno" }],
};
