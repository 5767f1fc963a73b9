import { checkDigit } from "./check-digit";
import type { MrzCheck, MrzCheckSpec, MrzFormat, MrzRange } from "./types";

/** The check digits of a zone, each by the clause of its layout. */

const FILLER = 60;
const isDigit = (char: string) => char >= "0" && char <= "9";

const slice = (lines: readonly string[], range: MrzRange) => lines[range.line].slice(range.start, range.end);

/**
 * Where a number longer than nine characters goes on (parts 5 and 6, note j): all nine positions are used, `<` stands
 * in the digit's place, and the continuation with its digit runs to the next `<`. Null where the number is not long.
 */
export function longNumberTail(lines: readonly string[], spec: MrzCheckSpec): MrzRange | null {
  const { continuation, digit, over } = spec;
  if (!continuation) return null;
  const text = lines[continuation.line];
  if (text.charCodeAt(digit.column) !== FILLER || text.charCodeAt(over[0].end - 1) === FILLER) return null;
  let end = continuation.start;
  while (end < continuation.end && text.charCodeAt(end) !== FILLER) end++;
  if (end - continuation.start < 2 || !isDigit(text[end - 1])) return null;
  return { line: continuation.line, start: continuation.start, end };
}

function runLong(lines: readonly string[], spec: MrzCheckSpec, tail: MrzRange): MrzCheck {
  const text = lines[tail.line];
  const printed = text[tail.end - 1];
  const rest = text.slice(tail.start, tail.end - 1);
  const head = slice(lines, spec.over[0]);
  const computed = checkDigit(head + rest);
  const common = {
    id: spec.id,
    printed,
    range: { line: tail.line, start: tail.end - 1, end: tail.end },
    over: [spec.over[0], { line: tail.line, start: tail.start, end: tail.end - 1 }],
  };
  if (!lines[0].startsWith("BEL", 2)) return { ...common, computed, valid: computed === printed };
  // Cards of Belgium were made under both readings of the clause.
  if (computed === printed) return { ...common, computed, valid: true, rule: "without_separator" };
  const other = checkDigit(`${head}<${rest}`);
  if (other === printed) return { ...common, computed: other, valid: true, rule: "with_separator" };
  return { ...common, computed, valid: false };
}

/** One check over lines of the layout's lengths. */
export function runCheck(lines: readonly string[], spec: MrzCheckSpec): MrzCheck {
  const tail = longNumberTail(lines, spec);
  if (tail) return runLong(lines, spec, tail);
  let covered = "";
  for (const range of spec.over) covered += slice(lines, range);
  const printed = lines[spec.digit.line][spec.digit.column];
  const computed = checkDigit(covered);
  const blank = printed === "<" && computed === "0" && (spec.fillerForZero === true || /^<*$/.test(covered));
  return {
    id: spec.id,
    printed,
    computed,
    valid: printed === computed || blank,
    range: { line: spec.digit.line, start: spec.digit.column, end: spec.digit.column + 1 },
    over: spec.over,
  };
}

/** All checks of the layout over lines of the layout's lengths. */
export function runChecks(lines: readonly string[], format: MrzFormat): MrzCheck[] {
  return format.checks.map((spec) => runCheck(lines, spec));
}
