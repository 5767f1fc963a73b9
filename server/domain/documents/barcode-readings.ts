import type { AamvaLicence } from "./barcode/aamva";
import type { BarcodeEvidence } from "./evidence";
import type { FieldName, Reading } from "./zone-readings";

/** Fields as a licence's barcode gives them. Its error correction leaves no misread characters. */
export function barcodeReadings(licence: AamvaLicence, barcode: BarcodeEvidence): Reading[] {
  const none = (text: string | null) => (text && !/^(NONE|UNAVL|UNK)$/i.test(text) ? text.toUpperCase() : null);
  const given = [licence.givenName, licence.middleNames].map(none).filter(Boolean).join(" ").replace(/,/g, " ");
  const values: Partial<Record<FieldName, string | null>> = {
    document_number: none(licence.documentNumber),
    surname: none(licence.surname),
    given_names: given || null,
    birth_date: licence.birthDate,
    issue_date: licence.issueDate,
    expiry_date: licence.expiryDate,
    sex: licence.sex === "9" ? "X" : /^[MF]$/.test(licence.sex ?? "") ? licence.sex : null,
    address: none(licence.address),
    issuing_country: licence.country,
    licence_categories: none(licence.vehicleClass),
  };
  const readings: Reading[] = [];
  for (const [field, value] of Object.entries(values) as [FieldName, string | null][]) {
    if (value)
      readings.push({ field, value, source: "barcode", confidence: 0.99, image: barcode.image, quad: barcode.quad });
  }
  return readings;
}
