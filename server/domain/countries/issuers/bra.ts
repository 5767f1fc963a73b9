import type { IssuerData } from "../issuer";

/** Brazil: documents in force, forms of their numbers, national numbers. */
export const bra: IssuerData = {
  code: "BRA",
  title: "Brazil",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/bra/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]{2}\d{6}$/, validity_years: [10, 5] },
    { type: "id_card", zones: [] },
    { type: "driver_license", zones: [], number: /^\d{11}$/, validity_years: [10, 5] },
  ],
  nationalNumbers: [{ name: "CPF", rule: "BR.cpf" }],
};
