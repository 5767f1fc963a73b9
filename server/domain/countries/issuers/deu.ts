import type { IssuerData } from "../issuer";

/** Germany: documents in force, forms of their numbers, national numbers. */
export const deu: IssuerData = {
  code: "DEU",
  title: "Germany",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/deu/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[CFGHJKLMNPRTVWXYZ0-9]{9}$/, validity_years: [10, 6] },
    { type: "id_card", zones: ["TD1", "TD2"], number: /^[CFGHJKLMNPRTVWXYZ0-9]{9}$/, validity_years: [10, 6] },
    { type: "driver_license", zones: [], number: /^[A-Z0-9]{11}$/, validity_years: [15] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
};
