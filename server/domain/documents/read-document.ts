import type { Detected, DocumentFields, FieldEvidence, LicenceCategory, NativeField } from "@/server/contract/fields";
import { parseMrz } from "../mrz/parse-mrz";
import type { ParsedMrz } from "../mrz/types";
import { type AamvaLicence, parseAamva } from "./barcode/aamva";
import { barcodeReadings } from "./barcode-readings";
import { type Detection, detectDocument } from "./detect-document";
import type { DocumentEvidence, SideEvidence } from "./evidence";
import { mergeReadings } from "./merge-readings";
import { type PlacedLine, placeLine, slopeOf } from "./page/line-geometry";
import { matchKnownValues } from "./page/match-known-values";
import { readLabelledFields } from "./page/read-labelled-fields";
import { readLicenceCategories } from "./page/read-licence-categories";
import { readLicenceColumn } from "./page/read-licence-column";
import { readNativeFields } from "./page/read-native-fields";
import { isLegend, readNumberedFields } from "./page/read-numbered-fields";
import { qualityHints } from "./quality-hints";
import { zoneExtras } from "./zone-extras";
import { type Reading, zoneReadings } from "./zone-readings";

/** From what was seen to what it says: type, country and fields, each with its source, confidence and place. */

export interface ReadContext {
  /** ISO date of the day of reading. */
  readonly today: string;
  /** `auto` or what the caller said. */
  readonly documentHint: string;
  readonly countryHint: string;
}

export interface ReadDocument {
  readonly detected: Detected;
  readonly fields: DocumentFields;
  readonly evidence: FieldEvidence[];
  /** Rows of a driving licence's table of categories. */
  readonly categories: LicenceCategory[];
  /** Values in the issuing state's own script. */
  readonly native: NativeField[];
  /** What to tell the person who takes the picture. */
  readonly hints: string[];
  /** All readings by source, for checks that compare them. */
  readonly readings: readonly Reading[];
  readonly parsed: ParsedMrz | null;
  readonly licence: AamvaLicence | null;
}

const MONTH_FIRST = new Set(["USA", "PRI", "GUM", "VIR", "ASM"]);
const looksLikeZone = (text: string) =>
  /<{3,}|<.*<.*</.test(text) || /^[A-Z0-9<]{28,44}$/.test(text.replace(/\s/g, ""));

interface Page {
  readonly side: SideEvidence;
  readonly lines: readonly PlacedLine[];
  readonly height: number;
}

function toPage(side: SideEvidence): Page {
  const slope = slopeOf(side.lines);
  const lines = side.lines
    .filter((line) => !line.script && line.text.trim() && !looksLikeZone(line.text))
    .map((line) => placeLine(line, slope));
  return { side, lines, height: side.height };
}

/** What the page says: where proven values stand first, then field numbers, then labels. */
function pageReadings(page: Page, context: ReadContext, country: string | null, proven: readonly Reading[]): Reading[] {
  const issuer = country ?? context.countryHint;
  const values = { today: context.today, monthFirst: MONTH_FIRST.has(issuer) };
  const image = page.side.image;
  const matched = matchKnownValues(proven, page.lines, image, context.today);
  if (isLegend(page.lines)) return matched.map((one) => ({ ...one, source: "page" as const }));
  const numbered = readNumberedFields(page.lines, image, values, issuer === "USA" || issuer === "CAN");
  const readings = [
    ...matched,
    ...numbered,
    ...readLicenceColumn(page.lines, numbered, image, values),
    ...readLabelledFields(page.lines, image, values),
  ];
  return firstOf(readings.map((one) => ({ ...one, source: "page" as const })));
}

/** A field seen on both sides is the front's; the back fills what the front lacks. */
function firstOf(readings: readonly Reading[]): Reading[] {
  const seen = new Set<string>();
  return readings.filter(({ field }) => !seen.has(field) && seen.add(field));
}

function findLicence(evidence: DocumentEvidence) {
  for (const barcode of evidence.barcodes) {
    const licence = parseAamva(barcode.text);
    if (licence) return { licence, barcode };
  }
  return null;
}

function parseZone(evidence: DocumentEvidence, today: string): ParsedMrz | null {
  const { zone, sides } = evidence;
  if (!zone || zone.lines.length === 0) return null;
  // Misreadings happen on pictures; a zone that was typed in is taken as it stands.
  return parseMrz(zone.lines, { today, repair: sides.length > 0 });
}

function zoneFields({ zone }: DocumentEvidence, parsed: ParsedMrz | null, detection: Detection): Reading[] {
  if (!zone || !parsed?.format) return [];
  return zoneReadings(parsed, zone, zoneExtras(parsed, detection.country, detection.type));
}

function categoriesOf(pages: readonly Page[], { type }: Detection, today: string): LicenceCategory[] {
  if (type !== "driver_license") return [];
  const tables = pages.map(({ lines }) => readLicenceCategories(lines, today));
  return tables.sort((a, b) => b.length - a.length)[0] ?? [];
}

/** Never throws: a picture that shows no document gives type `other`, no fields and a low confidence. */
export function readDocument(evidence: DocumentEvidence, context: ReadContext): ReadDocument {
  const parsed = parseZone(evidence, context.today);
  const barcode = findLicence(evidence);
  const pages = evidence.sides.map(toPage);
  const detection = detectDocument({ parsed, licence: barcode?.licence ?? null, pages });
  const proven = [
    ...zoneFields(evidence, parsed, detection),
    ...(barcode ? barcodeReadings(barcode.licence, barcode.barcode) : []),
  ];
  const printed = firstOf(pages.flatMap((page) => pageReadings(page, context, detection.country, proven)));
  const readings: Reading[] = [...proven, ...printed];
  const merged = mergeReadings(readings);
  const fields: DocumentFields = { ...evidence.stated, ...merged.fields };
  const categories = categoriesOf(pages, detection, context.today);
  if (categories.length > 0) fields.licence_categories ??= categories.map(({ category }) => category).join(" ");
  if (detection.country && !fields.issuing_country) fields.issuing_country = detection.country;
  if (parsed?.format) fields.mrz = [...parsed.lines];
  const native = evidence.sides.flatMap((side) => readNativeFields(side, proven, context.today));
  return {
    detected: { type: detection.type, country: detection.country, confidence: detection.confidence },
    fields,
    evidence: merged.evidence,
    categories,
    native: native.filter(({ field }, k) => native.findIndex((one) => one.field === field) === k),
    hints: qualityHints(evidence.sides),
    readings,
    parsed,
    licence: barcode?.licence ?? null,
  };
}
