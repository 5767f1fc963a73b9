import type { ImageName } from "../evidence";
import type { PageField } from "./field-labels";
import type { PlacedLine } from "./line-geometry";
import { parseValue, type ValueContext } from "./parse-value";
import type { PageReading } from "./read-labelled-fields";
import { splitLabel } from "./split-label";

/**
 * Driving licences of the EU model number their fields (Directive 2006/126/EC, annex I); those after ISO 18013-1 do
 * too.
 */

const FIELDS: Readonly<Record<string, readonly PageField[]>> = {
  "1": ["surname"],
  "2": ["given_names"],
  "3": ["birth_date", "birth_place"],
  "4A": ["issue_date"],
  "4B": ["expiry_date"],
  "4C": ["authority"],
  "4D": ["personal_number"],
  "5": ["document_number"],
  "8": ["address"],
  "9": ["licence_categories"],
};

/** `1. SMITH`, `4a 01.02.2013`, and without the blank that readers lose: `1SMITH`, `4aISS01/02/2013`. */
const NUMBERED = /^\s*(4\s?[a-d]|[1-3589])[.,):]?\s*(?=[\p{L}\d])/iu;
const KEY_ALONE = /^\s*(4\s?[a-d]|[1-3589])[.,):]?\s*$/i;

interface Numbered {
  readonly key: string;
  readonly rest: string;
  readonly line: PlacedLine;
}

const keyOf = (match: RegExpExecArray) => match[1].replace(/\s/g, "").toUpperCase();

/** What stands right of a number that was read by itself. */
function besideKey(key: PlacedLine, lines: readonly PlacedLine[]): PlacedLine | undefined {
  return lines
    .filter((other) => other !== key && Math.abs(other.middle - key.middle) < Math.max(key.height, other.height) * 0.7)
    .filter(({ left }) => left >= key.right - key.height && left - key.right < key.height * 5)
    .sort((a, b) => a.left - b.left)[0];
}

function numberedLines(lines: readonly PlacedLine[]): Numbered[] {
  const out: Numbered[] = [];
  for (const line of lines) {
    const alone = KEY_ALONE.exec(line.line.text);
    const beside = alone && besideKey(line, lines);
    if (alone && beside) out.push({ key: keyOf(alone), rest: beside.line.text, line: beside });
    if (alone) continue;
    // One detected line may hold “4a 01.02.2013 4c DVLA”.
    for (const part of line.line.text.split(/\s(?=4\s?[abcd][.,]?\s?\S)/i)) {
      const match = NUMBERED.exec(part);
      // A date or number that merely begins with such a figure is no numbered field.
      if (!match || (/^[1-3589]$/.test(match[1]) && /^\s*\d{2}/.test(part))) continue;
      out.push({ key: keyOf(match), rest: part.slice(match[0].length), line });
    }
  }
  return out;
}

/** An address goes on below, line under line, until a numbered field follows. */
function below(line: PlacedLine, lines: readonly PlacedLine[], numbered: readonly Numbered[]): string[] {
  const next = lines
    .filter((other) => other.middle > line.middle + line.height * 0.5 && other.middle < line.middle + line.height * 2)
    .filter((other) => Math.abs(other.left - line.left) < line.height * 2.5)
    .filter((other) => !numbered.some((one) => one.line === other) && !KEY_ALONE.test(other.line.text))
    .sort((a, b) => a.middle - b.middle)[0];
  return next && !splitLabel(next.line.text).label ? [next.line.text, ...below(next, lines, numbered)] : [];
}

/** North American cards print their number at 4d, and an inventory number at 5. */
const NORTH_AMERICA: Readonly<Record<string, readonly PageField[]>> = { "4D": ["document_number"], "5": [] };

/** Empty unless the page is numbered like a licence: 4a or 4b, and three numbers at least. */
export function readNumberedFields(
  lines: readonly PlacedLine[],
  image: ImageName,
  context: ValueContext,
  northAmerica: boolean,
): PageReading[] {
  const numbered = numberedLines(lines);
  const keys = new Set(numbered.map(({ key }) => key));
  if (keys.size < 3 || !(keys.has("4A") || keys.has("4B"))) return [];
  const readings: PageReading[] = [];
  for (const { key, rest, line } of numbered) {
    for (const field of (northAmerica ? NORTH_AMERICA[key] : undefined) ?? FIELDS[key] ?? []) {
      if (readings.some((reading) => reading.field === field)) continue;
      const split = splitLabel(rest);
      // The legend on the back of the card: “1. Name 2. Other names”.
      if (split.label && !split.rest) continue;
      const plain = split.label ? split.rest : rest;
      const text =
        field === "birth_place"
          ? plain.replace(/^[\d.\-/ ]+/, "")
          : field === "address"
            ? [plain, ...below(line, lines, numbered)].join(", ")
            : plain;
      const value = parseValue(field, text, context);
      if (value) readings.push({ field, value, confidence: line.line.confidence * 0.95, image, quad: line.line.quad });
    }
  }
  return readings;
}

/** The back of a licence explains the numbers (“1. Name 2. Other names”): it names fields without their values. */
export function isLegend(lines: readonly PlacedLine[]): boolean {
  const bare = numberedLines(lines).filter(({ rest }) => {
    const split = splitLabel(rest);
    return split.label && !split.rest;
  });
  return bare.length >= 4;
}

/** Whether the page is numbered like a driving licence. */
export function isNumberedLicence(lines: readonly PlacedLine[]): boolean {
  const keys = new Set(numberedLines(lines).map(({ key }) => key));
  return keys.size >= 4 && keys.has("4B") && (keys.has("4A") || keys.has("9") || keys.has("5"));
}
