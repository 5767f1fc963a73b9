import type { IssuerData } from "../issuer";

/** Argentina: documents in force, forms of their numbers, national numbers. */
export const arg: IssuerData = {
  code: "ARG",
  title: "Argentina",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/arg/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^(?:[A-Z]{3}\d{6}|\d{8}[A-Z])$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^(?:\d{7,9}|[A-Z]?\d{7,8})$/, validity_years: [15] },
    { type: "driver_license", zones: [] },
  ],
  nationalNumbers: [{ name: "DNI", rule: "AR.dni" }],
};
