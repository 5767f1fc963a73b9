import type { LicenceCategory } from "@/server/contract/fields";
import type { PlacedLine } from "./line-geometry";
import { parsePrintedDate } from "./parse-printed-date";

/**
 * The table on the back of a licence of the EU model (Directive 2006/126/EC, annex I): a row a category, with the dates
 * from which (10) and until which (11) it holds. A row without a date is a category that is not held.
 */

const CATEGORY = /^(AM|A1|A2|A|B1|BE|B|C1E|C1|CE|C|D1E|D1|DE|D|F|G|H|K|L|M|N|S|T)(?=\s|$|\d{2}[.\-/ ])/;
const DATE = /\d{2}[.\-/ ]\d{2}[.\-/ ]\d{2,4}/g;
/** Issue dates lie within a life, expiry dates within the validity of the longest licence. */
const FUTURE_YEARS = 60;

/** @param today ISO date */
export function readLicenceCategories(lines: readonly PlacedLine[], today: string): LicenceCategory[] {
  const limit = `${Number(today.slice(0, 4)) + FUTURE_YEARS}${today.slice(4)}`;
  const out: LicenceCategory[] = [];
  for (const line of lines) {
    const category = CATEGORY.exec(line.line.text.trim().toUpperCase())?.[1];
    if (!category || out.some((one) => one.category === category)) continue;
    const dates = rowOf(line, lines)
      .flatMap(({ line: { text } }) => text.match(DATE) ?? [])
      .flatMap((text) => parsePrintedDate(text, { limit, monthFirst: false }) ?? []);
    if (dates.length === 0) continue;
    const [first, second] = dates;
    const until = second ?? (first > today ? first : undefined);
    out.push({
      category,
      ...(second || !until ? { valid_from: first } : {}),
      ...(until && { valid_until: until }),
    });
  }
  return out;
}

/** The line and what stands right of it on its row, from left to right. */
function rowOf(line: PlacedLine, lines: readonly PlacedLine[]): PlacedLine[] {
  return lines
    .filter(
      (other) => other === line || (other.left > line.left && Math.abs(other.middle - line.middle) < line.height * 0.6),
    )
    .sort((a, b) => a.left - b.left);
}
