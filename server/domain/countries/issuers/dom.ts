import type { IssuerData } from "../issuer";

/** Dominican Republic: documents in force, forms of their numbers, national numbers. */
export const dom: IssuerData = {
  code: "DOM",
  title: "Dominican Republic",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/dom/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{2}\d{7}$/, validity_years: [6, 10] },
    { type: "id_card", zones: ["TD1"], number: /^\d{9,11}$/, validity_years: [10] },
    { type: "driver_license", zones: [] },
  ],
  nationalNumbers: [{ name: "cédula", rule: "DO.cedula" }],
};
