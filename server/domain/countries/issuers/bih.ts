import type { IssuerData } from "../issuer";

/** Bosnia and Herzegovina: documents in force, forms of their numbers, national numbers. */
export const bih: IssuerData = {
  code: "BIH",
  title: "Bosnia and Herzegovina",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/bih/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^(?:[A-Z]\d{7}|[A-Z0-9]{8,9})$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z0-9]{9}$/, validity_years: [10, 5] },
    { type: "driver_license", zones: [] },
  ],
  nationalNumbers: [{ name: "JMB", rule: "BA.jmbg" }],
};
