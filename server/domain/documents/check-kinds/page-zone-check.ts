import { compareNames } from "../../names/compare-names";
import { type Check, defineCheck, pass, type Verdict } from "../check";
import type { FieldName, Reading } from "../zone-readings";

/** Checks that two sources of one document say the same. */

export type Comparison = "same" | "close" | "different";

/** One edit in eight characters may be the reader's slip; more is another value. */
function closeText(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let edits = 0;
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) edits++;
  return edits + Math.abs(a.length - b.length) <= Math.max(1, Math.floor(a.length / 8));
}

/** Pairs that readers confuse in print, made one. */
const folded = (text: string) =>
  text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .replace(/O/g, "0")
    .replace(/I/g, "1")
    .replace(/S/g, "5")
    .replace(/B/g, "8")
    .replace(/Z/g, "2");

export function compareNumbers(a: string, b: string): Comparison {
  const [x, y] = [a, b].map((text) => text.toUpperCase().replace(/[^A-Z0-9]/g, ""));
  if (x === y || folded(x) === folded(y)) return "same";
  return closeText(folded(x), folded(y)) ? "close" : "different";
}

/** The zone prints no century, so neither is it compared. */
export function compareDates(page: string, zone: string): Comparison {
  const [a, b] = [page.slice(2), zone.slice(2)];
  const shared = Math.min(a.length, b.length);
  if (a.slice(0, shared) === b.slice(0, shared)) return "same";
  // One figure apart in a whole date: as likely misread as altered.
  const apart = [...a].filter((char, i) => char !== b[i]).length;
  return a.length === b.length && apart === 1 ? "close" : "different";
}

/** Umlauts and rings that the page's reader lost: the zone's two letters stand for the one it saw. */
const unmarked = (text: string) =>
  text
    .toUpperCase()
    .replace(/([AOU])E/g, "$1")
    .replace(/AA/g, "A");

export function compareFieldNames(printed: string, zone: string, truncated: boolean): Comparison {
  const { result } = compareNames(printed, zone, truncated);
  if (result === "same" || result === "prefix") return "same";
  const bare = compareNames(unmarked(printed), unmarked(zone), truncated).result;
  return bare === "same" || bare === "prefix" ? "same" : result;
}

export interface AgreementText {
  readonly id: string;
  readonly field: FieldName;
  readonly what: string;
  readonly severity: Check["severity"];
  /** One character apart is another value, where the print is clear: so for figures, not for names. */
  readonly exact: boolean;
}

/** Print read at least this surely is taken at its word. */
const CLEAR = 0.9;
const HARDLY_LEGIBLE = 0.6;

/**
 * `same` passes; `different` fails unless the print was hardly legible; `close` warns, or fails where every character
 * counts.
 */
export function agreement(text: AgreementText, comparison: Comparison, page: Reading, other: string): Verdict {
  if (comparison === "same") return pass();
  const place = page.quad && page.image ? { image: page.image, quad: page.quad } : undefined;
  const slip = comparison === "close" && !(text.exact && page.confidence >= CLEAR);
  const doubtful = slip || page.confidence < HARDLY_LEGIBLE;
  return {
    status: doubtful ? "warn" : "fail",
    reason: `${text.id}_${comparison === "close" ? "close" : "differs"}`,
    message: `The page prints the ${text.what} as ${page.value}; ${other}.`,
    place,
  };
}

/** A check of one field of the page against the zone. */
export function pageZoneCheck(
  text: AgreementText,
  compare: (page: string, zone: string, truncated: boolean) => Comparison,
): Check {
  return defineCheck({
    id: text.id,
    title: `${text.what[0].toUpperCase()}${text.what.slice(1)} on the page and in the zone`,
    source: "ICAO Doc 9303-3, 3 and 4: both zones carry the same data",
    severity: text.severity,
    needs: ["mrz", "page"],
    run({ mrz: { readings, parsed }, page }) {
      const [printed, zone] = [page.get(text.field), readings.get(text.field)];
      const missing = [printed ? "" : `page.${text.field}`, zone ? "" : `mrz.${text.field}`].filter(Boolean);
      if (!printed || !zone) return { status: "skipped", missing };
      // A date that is another of the zone's dates was read in the wrong place, not altered.
      const mistaken =
        text.field.endsWith("_date") &&
        [...readings.values()].some((one) => one.field !== text.field && one.value === printed.value);
      if (mistaken) return { status: "skipped", missing: [`page.${text.field}`] };
      const comparison = compare(printed.value, zone.value, parsed.namesTruncated);
      return agreement(text, comparison, printed, `the zone has ${zone.value}`);
    },
  });
}
