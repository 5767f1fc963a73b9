import type { IssuerData } from "../issuer";

/** Ecuador: documents in force, forms of their numbers, national numbers. */
export const ecu: IssuerData = {
  code: "ECU",
  title: "Ecuador",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/ecu/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]?\d{7,9}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z0-9]{9,10}$/, validity_years: [10] },
    { type: "driver_license", zones: [] },
  ],
  nationalNumbers: [{ name: "cédula", rule: "EC.ci" }],
};
