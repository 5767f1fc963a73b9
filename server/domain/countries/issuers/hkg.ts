import type { IssuerData } from "../issuer";

/** Hong Kong: documents in force, forms of their numbers, national numbers. */
export const hkg: IssuerData = {
  code: "HKG",
  title: "Hong Kong",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/hkg/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[HK][A-Z]?\d{7,8}$/, validity_years: [10, 5] },
    { type: "id_card", zones: [], number: /^[A-Z]{1,2}\d{6}[\dA]$/ },
    { type: "driver_license", zones: [] },
  ],
  nationalNumbers: [{ name: "HKID", rule: "HK.hkid" }],
};
