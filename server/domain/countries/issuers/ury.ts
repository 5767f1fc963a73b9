import type { IssuerData } from "../issuer";

/** Uruguay: documents in force, forms of their numbers, national numbers. */
export const ury: IssuerData = {
  code: "URY",
  title: "Uruguay",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/ury/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]\d{6,7}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z]?\d{6,9}$/, validity_years: [10] },
    { type: "driver_license", zones: [] },
  ],
  nationalNumbers: [{ name: "cédula", rule: "UY.cedula" }],
};
