import type { IssuerData } from "../issuer";

/** Qatar: documents in force, forms of their numbers, national numbers. */
export const qat: IssuerData = {
  code: "QAT",
  title: "Qatar",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/qat/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z0-9]\d{7,8}$/, validity_years: [5, 10] },
    { type: "id_card", zones: ["TD1"], number: /^\d{9,11}$/ },
  ],
};
