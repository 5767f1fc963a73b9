import { addYears } from "../../mrz/read-date";
import { compareNames } from "../../names/compare-names";
import type { ImageName } from "../evidence";
import type { Reading } from "../zone-readings";
import type { PageField } from "./field-labels";
import type { PlacedLine } from "./line-geometry";
import { parsePrintedDate } from "./parse-printed-date";
import type { PageReading } from "./read-labelled-fields";
import { splitLabel } from "./split-label";
import { squash } from "./squash-text";

/** Finds on the page what zone or barcode already said: where a value stands printed, its label need not be legible. */

const LOOK_ALIKE: Readonly<Record<string, string>> = {
  O: "0",
  Q: "0",
  D: "0",
  I: "1",
  L: "1",
  S: "5",
  B: "8",
  Z: "2",
  G: "6",
};
const shape = (text: string) => squash(text).text.replace(/[OQDILSBZG]/g, (letter) => LOOK_ALIKE[letter]);

/** Text that may hold the value: the line without its label, and with what stands right of it on the same row. */
function textsOf(line: PlacedLine, lines: readonly PlacedLine[]): string[] {
  const own = splitLabel(line.line.text).rest;
  const next = lines.find(
    (other) =>
      other !== line &&
      Math.abs(other.middle - line.middle) < line.height * 0.5 &&
      other.left - line.right > -line.height &&
      other.left - line.right < line.height * 3,
  );
  return next ? [own, line.line.text, `${own} ${next.line.text}`] : [own, line.line.text];
}

function holds(field: PageField, value: string, text: string, today: string): boolean {
  switch (field) {
    case "document_number":
    case "personal_number":
      return value.length >= 5 && shape(text).includes(shape(value));
    case "birth_date":
    case "expiry_date":
    case "issue_date": {
      const limit = field === "expiry_date" ? addYears(today, 50) : today;
      return [false, true].some(
        (monthFirst) => parsePrintedDate(text, { limit, monthFirst })?.startsWith(value) ?? false,
      );
    }
    case "surname":
    case "given_names": {
      if (value.length < 2) return false;
      const parts = text.includes(",") ? text.split(",") : [text];
      return parts.some((part) => compareNames(part, value).result === "same");
    }
    default:
      return false;
  }
}

/** The value as the page itself writes it, for names with their accents. */
function printedForm(field: PageField, value: string, text: string): string {
  if (field !== "surname" && field !== "given_names") return value;
  const parts = text.includes(",") ? text.split(",") : [text];
  const part = parts.find((one) => compareNames(one, value).result === "same") ?? value;
  return part.replace(/^[^\p{L}]+|[^\p{L}.]+$/gu, "").toUpperCase();
}

/** @param known readings of zone or barcode */
export function matchKnownValues(
  known: readonly Reading[],
  lines: readonly PlacedLine[],
  image: ImageName,
  today: string,
): PageReading[] {
  const readings: PageReading[] = [];
  const texts = lines.map((line) => textsOf(line, lines));
  for (const { field, value } of known) {
    if (field === "issuing_country" || readings.some((one) => one.field === field)) continue;
    for (const [at, line] of lines.entries()) {
      const text = texts[at].find((one) => holds(field, value, one, today));
      if (text === undefined) continue;
      const printed = printedForm(field, value, text);
      readings.push({ field, value: printed, confidence: line.line.confidence, image, quad: line.line.quad });
      break;
    }
  }
  return readings;
}
