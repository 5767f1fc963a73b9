import type { ImageName } from "../evidence";
import type { PageField } from "./field-labels";
import type { PlacedLine } from "./line-geometry";
import { parseValue, type ValueContext } from "./parse-value";
import type { PageReading } from "./read-labelled-fields";

/** Driving licences of the EU model number their fields (Directive 2006/126/EC, annex I); those after ISO 18013-1 do too. */

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

const NUMBERED = /^\s*(4\s?[a-d]|[1-3589])\s?[.,):]?\s+(?=\S)|^\s*(4\s?[a-d]|[1-3589])[.,):]\s*(?=\S)/i;

interface Numbered {
  readonly key: string;
  readonly rest: string;
  readonly line: PlacedLine;
}

function numberedLines(lines: readonly PlacedLine[]): Numbered[] {
  const out: Numbered[] = [];
  for (const line of lines) {
    // One detected line may hold “4a 01.02.2013 4c DVLA”.
    for (const part of line.line.text.split(/\s(?=4\s?[abcd][.,]?\s)/i)) {
      const match = NUMBERED.exec(part);
      if (match)
        out.push({
          key: (match[1] ?? match[2]).replace(/\s/g, "").toUpperCase(),
          rest: part.slice(match[0].length),
          line,
        });
    }
  }
  return out;
}

/** Empty unless the page is numbered like a licence: 4a or 4b, and three numbers at least. */
export function readNumberedFields(
  lines: readonly PlacedLine[],
  image: ImageName,
  context: ValueContext,
): PageReading[] {
  const numbered = numberedLines(lines);
  const keys = new Set(numbered.map(({ key }) => key));
  if (keys.size < 3 || !(keys.has("4A") || keys.has("4B"))) return [];
  const readings: PageReading[] = [];
  for (const { key, rest, line } of numbered) {
    for (const field of FIELDS[key] ?? []) {
      if (readings.some((reading) => reading.field === field)) continue;
      const text = field === "birth_place" ? rest.replace(/^[\d.\-/ ]+/, "") : rest;
      const value = parseValue(field, text, context);
      if (value) readings.push({ field, value, confidence: line.line.confidence * 0.95, image, quad: line.line.quad });
    }
  }
  return readings;
}

/** Whether the page is numbered like a driving licence. */
export function isNumberedLicence(lines: readonly PlacedLine[]): boolean {
  const keys = new Set(numberedLines(lines).map(({ key }) => key));
  return keys.size >= 4 && keys.has("4B") && (keys.has("4A") || keys.has("9") || keys.has("5"));
}
