import type { IssuerData } from "../issuer";

/** Switzerland: documents in force, forms of their numbers, national numbers. */
export const che: IssuerData = {
  code: "CHE",
  title: "Switzerland",
  source: "https://www.consilium.europa.eu/prado/en/prado-documents/che/index.html",
  documents: [
    { type: "passport", zones: ["TD3"], number: /^[A-Z][A-Z0-9]{7}$/, validity_years: [10, 5] },
    { type: "id_card", zones: ["TD1"], number: /^[A-Z][A-Z0-9]{7}$/ },
    { type: "driver_license", zones: ["SWISS_DRIVING_LICENSE"], number: /^(?:\d{12}|[A-Z]{3}\d{3}[A-Z])$/ },
    { type: "residence_permit", zones: ["TD1"] },
  ],
};
