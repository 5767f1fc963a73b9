import type { IssuerData } from "../issuer";

/** South Korea: documents in force, forms of their numbers, national numbers. */
export const kor: IssuerData = {
  code: "KOR",
  title: "South Korea",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/kor/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^(?:[A-Z]\d{8}|[A-Z]\d{3}[A-Z]\d{4})$/, validity_years: [10, 5] },
    { type: "id_card", zones: [], number: /^\d{13}$/ },
    { type: "driver_license", zones: [], number: /^\d{12}$/, validity_years: [10] },
  ],
  nationalNumbers: [{ name: "resident registration number", rule: "KR.rrn" }],
};
