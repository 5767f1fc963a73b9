import type { DocumentFields, FieldEvidence } from "@/server/contract/fields";
import { compareNames } from "../names/compare-names";
import type { FieldName, Reading } from "./zone-readings";

/** One value a field out of all that was read: the zone wins where its digits hold, else the surest reading. */

export interface MergedFields {
  readonly fields: DocumentFields;
  /** Every reading; the one that was chosen comes first among those of its field. */
  readonly evidence: FieldEvidence[];
}

/** Zone and barcode are proven by digits or error correction; a printed reading has only the reader's word. */
const PROVEN = 0.95;
/** A page reading below this does not replace the zone's. */
const LEGIBLE = 0.85;

/**
 * The zone has capitals A–Z only; the page writes the same name with its accents, hyphens and apostrophes, and whole.
 */
function chooseName(readings: readonly Reading[]): Reading {
  const [best] = readings;
  if (best.source !== "zone") return best;
  const page = readings.filter(({ source, confidence }) => source === "page" && confidence >= LEGIBLE);
  const marked = page.find(({ value }) => /[^A-Z ]/.test(value) && compareNames(value, best.value).result === "same");
  return marked ?? page.find(({ value }) => compareNames(value, best.value, true).result === "prefix") ?? best;
}

function choose(field: FieldName, readings: readonly Reading[]): Reading[] {
  const rank = (one: Reading) => (one.source !== "page" && one.confidence >= PROVEN ? 1 : 0) + one.confidence;
  const sorted = [...readings].sort((a, b) => rank(b) - rank(a));
  if (field !== "surname" && field !== "given_names") return sorted;
  const chosen = chooseName(sorted);
  return [chosen, ...sorted.filter((one) => one !== chosen)];
}

export function mergeReadings(readings: readonly Reading[]): MergedFields {
  const byField = new Map<FieldName, Reading[]>();
  for (const reading of readings) byField.set(reading.field, [...(byField.get(reading.field) ?? []), reading]);
  const fields: DocumentFields = {};
  const evidence: FieldEvidence[] = [];
  for (const [field, all] of byField) {
    const sorted = choose(field, all);
    Object.assign(fields, { [field]: sorted[0].value });
    for (const { value, source, confidence, image, quad } of sorted) {
      const place = image && quad ? { place: { image, quad } } : {};
      evidence.push({
        field,
        value,
        source,
        confidence: Math.round(Math.min(1, Math.max(0, confidence)) * 1000) / 1000,
        ...place,
      });
    }
  }
  if (!fields.full_name && (fields.surname || fields.given_names)) {
    fields.full_name = [fields.given_names, fields.surname].filter(Boolean).join(" ");
  }
  return { fields, evidence };
}
