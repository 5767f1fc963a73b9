import type { IssuerData } from "../issuer";

/** Finland: documents in force, forms of their numbers, national numbers. */
export const fin: IssuerData = {
  code: "FIN",
  title: "Finland",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/fin/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{2}\d{7}$/, validity_years: [5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z0-9]{9}$/, validity_years: [5] },
    { type: "driver_license", zones: [], validity_years: [15] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
  nationalNumbers: [{ name: "henkilötunnus", rule: "FI.hetu" }],
};
