import { mrzFormats } from "./formats";
import type { MrzFieldKind, MrzFormat, MrzFormatId } from "./types";

/**
 * Which characters a position of a layout may hold (ICAO Doc 9303-3, 4.3, and the data structure tables of parts 4–7).
 */

export const LETTER = 1;
export const DIGIT = 2;
export const FILLER = 4;
/** M, F and X only, besides the filler. */
export const SEX = 8;

const KIND_CLASS: Readonly<Record<MrzFieldKind, number>> = {
  document_code: LETTER | DIGIT | FILLER,
  state: LETTER | FILLER,
  names: LETTER | FILLER,
  surname: LETTER | FILLER,
  given_names: LETTER | FILLER,
  number: LETTER | DIGIT | FILLER,
  text: LETTER | DIGIT | FILLER,
  digits: DIGIT,
  date: DIGIT | FILLER,
  issue_month: DIGIT,
  sex: SEX | FILLER,
};

function buildClasses(format: MrzFormat): readonly Uint8Array[] {
  const lines = format.lengths.map((length) => new Uint8Array(length).fill(FILLER));
  // Reversed, so that where fields overlap the first named decides.
  for (const field of [...format.fields].reverse()) {
    lines[field.line].fill(KIND_CLASS[field.kind], field.start, field.end);
    if (field.kind === "document_code") lines[field.line][field.start] = LETTER;
  }
  for (const check of format.checks) {
    const filler = check.fillerForZero || check.continuation ? FILLER : 0;
    lines[check.digit.line][check.digit.column] = DIGIT | filler;
  }
  return lines;
}

const CLASSES = Object.fromEntries(mrzFormats.map((format) => [format.id, buildClasses(format)])) as Record<
  MrzFormatId,
  readonly Uint8Array[]
>;

/** One bit set of `LETTER`, `DIGIT`, `FILLER`, `SEX` for each position of each line. */
export function characterClasses(format: MrzFormatId): readonly Uint8Array[] {
  return CLASSES[format];
}

/** The bit of `LETTER`, `DIGIT`, `FILLER` that a character belongs to; 0 for one outside the zone's alphabet. */
export function classOf(code: number): number {
  if (code >= 65 && code <= 90) return LETTER;
  if (code >= 48 && code <= 57) return DIGIT;
  return code === 60 ? FILLER : 0;
}

/** Whether a character may stand where `allowed` says. */
export function fitsClass(code: number, allowed: number): boolean {
  if ((classOf(code) & allowed) !== 0) return true;
  return (allowed & SEX) !== 0 && (code === 77 || code === 70 || code === 88);
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** The characters that a decoder may choose from at a position, filler first. */
export function alphabetAt(format: MrzFormatId, line: number, column: number): string {
  const allowed = CLASSES[format][line][column];
  return (
    (allowed & FILLER ? "<" : "") +
    (allowed & DIGIT ? "0123456789" : "") +
    (allowed & LETTER ? LETTERS : allowed & SEX ? "FMX" : "")
  );
}
