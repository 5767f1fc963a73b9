import type { NativeField } from "@/server/contract/fields";
import { compareNames } from "../../names/compare-names";
import { toZoneText } from "../../names/transliterate";
import type { SideEvidence, TextLine } from "../evidence";
import type { Reading } from "../zone-readings";
import { placeLine, slopeOf } from "./line-geometry";
import { matchKnownValues } from "./match-known-values";
import { type PageReading, readLabelledFields } from "./read-labelled-fields";

/** Values as they stand in the issuing state's own script, beside the Latin ones. */

const TEXT_FIELDS: ReadonlySet<string> = new Set([
  "surname",
  "given_names",
  "full_name",
  "birth_place",
  "authority",
  "address",
]);
const NAMES: ReadonlySet<string> = new Set(["surname", "given_names"]);
/** Scripts that ICAO Doc 9303-3, section 6, and the Greek table of its annex write in A–Z. */
const WITH_TABLE: ReadonlySet<string> = new Set(["Cyrl", "Grek", "Arab"]);
const inLatinOnly = (text: string) => !/[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\p{M}]/u.test(text);

const centre = ({ quad }: TextLine) => [0, 1].map((k) => quad.reduce((sum, point) => sum + point[k], 0) / 4);
function samePlace(a: TextLine, b: TextLine): boolean {
  const [[ax, ay], [bx, by]] = [centre(a), centre(b)];
  const height = Math.abs(a.quad[3][1] - a.quad[0][1]);
  return Math.abs(ay - by) < height * 0.4 && Math.abs(ax - bx) < height * 2;
}

/**
 * @param proven what zone or barcode say; a native name is the one whose transliteration they hold, else the one beside
 * its label
 */
export function readNativeFields(side: SideEvidence, proven: readonly Reading[], today: string): NativeField[] {
  const native = side.lines.filter(({ script }) => script !== undefined);
  if (native.length === 0) return [];
  const latin = side.lines.filter((line) => !line.script && !native.some((other) => samePlace(line, other)));
  const slope = slopeOf(side.lines);
  const place = (line: TextLine) => placeLine(line, slope);
  const names = proven.filter(({ field }) => NAMES.has(field));
  const placed = native.map(place);
  const readings: PageReading[] = [
    ...matchKnownValues(names, placed, side.image, today),
    ...readLabelledFields([...latin.map(place), ...placed], side.image, { today, monthFirst: false }),
  ];
  const out: NativeField[] = [];
  for (const { field, value, confidence, quad } of readings) {
    const script = native.find((line) => line.quad === quad)?.script;
    if (!script || !TEXT_FIELDS.has(field) || inLatinOnly(value) || out.some((one) => one.field === field)) continue;
    const known = NAMES.has(field) ? names.find((one) => one.field === field) : undefined;
    const romanised = WITH_TABLE.has(script) ? toZoneText(value).replace(/</g, " ") : null;
    const agrees = known && romanised !== null ? compareNames(value, known.value).result !== "different" : null;
    out.push({ field, value, script, romanised, agrees, confidence, place: { image: side.image, quad } });
  }
  return out;
}
