import type { IssuerData } from "../issuer";

/** Slovenia: documents in force, forms of their numbers, national numbers. */
export const svn: IssuerData = {
  code: "SVN",
  title: "Slovenia",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/svn/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^P[A-Z]\d{7}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^(?:[A-Z]{2}\d{7}|\d{9})$/ },
    { type: "driver_license", zones: [], number: /^\d{9}$/, validity_years: [10] },
    { type: "residence_permit", zones: ["TD1"] },
  ],
  nationalNumbers: [
    { name: "EMŠO", rule: "SI.emso", zone: { type: "id_card", field: "optional1", pattern: /^(?:\d{13})$/ } },
  ],
};
