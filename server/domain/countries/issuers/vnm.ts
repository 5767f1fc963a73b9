import type { IssuerData } from "../issuer";

/** Vietnam: documents in force, forms of their numbers, national numbers. */
export const vnm: IssuerData = {
  code: "VNM",
  title: "Vietnam",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/vnm/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]\d{7,8}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^\d{9,12}$/ },
    { type: "driver_license", zones: [], number: /^\d{12}$/ },
  ],
};
