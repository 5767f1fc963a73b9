import type { IssuerData } from "../issuer";

/** Montenegro: documents in force, forms of their numbers, national numbers. */
export const mne: IssuerData = {
  code: "MNE",
  title: "Montenegro",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/mne/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z0-9]{8,9}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z0-9]{8,9}$/, validity_years: [10, 5] },
    { type: "driver_license", zones: [] },
  ],
  nationalNumbers: [{ name: "JMB", rule: "ME.jmbg" }],
};
