import type { IssuerData } from "../issuer";

/** Mexico: documents in force, forms of their numbers, national numbers. */
export const mex: IssuerData = {
  code: "MEX",
  title: "Mexico",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/mex/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]?\d{8,10}$/, validity_years: [10, 6, 3] },
    { type: "id_card", zones: ["TD1"], number: /^(?:\d{9,13}|[A-Z0-9]{9,18})$/, validity_years: [10] },
    { type: "driver_license", zones: [] },
  ],
  nationalNumbers: [{ name: "CURP", rule: "MX.curp" }],
};
