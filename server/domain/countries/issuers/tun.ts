import type { IssuerData } from "../issuer";

/** Tunisia: documents in force, forms of their numbers, national numbers. */
export const tun: IssuerData = {
  code: "TUN",
  title: "Tunisia",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/tun/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z]\d{6}$/, validity_years: [5] },
    { type: "id_card", zones: [], number: /^\d{8}$/ },
    { type: "driver_license", zones: [] },
  ],
};
