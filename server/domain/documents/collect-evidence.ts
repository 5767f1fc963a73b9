import { issuerOf } from "../countries/issuers";
import type { EvidenceByNeed, Known } from "./check";
import type { DocumentEvidence } from "./evidence";
import type { ReadContext, ReadDocument } from "./read-document";
import type { FieldName, Reading } from "./zone-readings";

/** Lays out what was seen and read under the names by which checks ask for it. */

export interface JudgeContext extends ReadContext {
  /** Judges a national number by its own digits: `rule` as country files name it; null where no rule is known. */
  readonly nationalNumbers?: (rule: string, value: string) => boolean | null;
}

function bySource(read: ReadDocument, source: Reading["source"]): ReadonlyMap<FieldName, Reading> {
  return new Map(read.readings.filter((one) => one.source === source).map((one) => [one.field, one]));
}

function pictureEvidence({ sides }: DocumentEvidence): Partial<EvidenceByNeed> {
  const front = sides.find(({ image }) => image === "front");
  const back = sides.find(({ image }) => image === "back");
  const quality = sides.flatMap(({ image, quality: q }) => (q ? [{ image, quality: q }] : []));
  const portraits = sides.flatMap(({ image, portrait }) => (portrait ? [{ image, portrait }] : []));
  // The side that shows a face is the portrait's side.
  const portrait = portraits.find((one) => one.portrait.found) ?? portraits[0];
  const looked = sides.flatMap(({ forgery }) => (forgery ? [forgery] : []));
  return {
    ...(sides.length > 0 && { pictures: sides }),
    ...(front && back && { both_sides: { front, back } }),
    ...(quality.length > 0 && { quality }),
    ...(portrait && { portrait }),
    ...(looked.length > 0 && { forgery: looked.flat() }),
  };
}

export function collectEvidence(
  evidence: DocumentEvidence,
  read: ReadDocument,
  context: JudgeContext,
): Known & Partial<EvidenceByNeed> {
  const { parsed, licence, detected, fields } = read;
  const { zone, stated } = evidence;
  const page = bySource(read, "page");
  const issuer = detected.country ? issuerOf(detected.country) : undefined;
  return {
    today: context.today,
    detected,
    fields,
    ...pictureEvidence(evidence),
    ...(parsed && zone && { zone_lines: { parsed, zone } }),
    ...(parsed?.format && zone && { mrz: { parsed, zone, readings: bySource(read, "zone") } }),
    ...(stated && { stated }),
    ...(page.size > 0 && { page }),
    ...(licence && { barcode: { licence, readings: bySource(read, "barcode") } }),
    ...(issuer && { issuer }),
    ...(context.documentHint !== "auto" && { document_hint: context.documentHint }),
    ...(context.countryHint !== "auto" && { country_hint: context.countryHint }),
    ...(context.nationalNumbers && { national_numbers: context.nationalNumbers }),
  };
}
