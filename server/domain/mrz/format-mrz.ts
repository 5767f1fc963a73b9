import { toZoneText } from "../names/transliterate";
import { checkDigit } from "./check-digit";
import { mrzFormatById } from "./formats";
import type { MrzCheckSpec, MrzFieldName, MrzFieldSpec, MrzFormat, MrzFormatId } from "./types";

/** Writes a correct zone from fields: the generator behind specimens and tests. */

/**
 * Values as people write them: names in any script of the standard's tables, dates as ISO 8601 of which month or day
 * may be missing (`1974`, `1974-08`) or empty where unknown, sex `M`, `F` or `X`, states as codes.
 */
export type MrzValues = Partial<Record<MrzFieldName, string>>;

export interface FormattedMrz {
  readonly lines: readonly string[];
  /** Whether a name did not fit and was cut. */
  readonly namesTruncated: boolean;
  /** Fields other than names whose values did not fit their positions, and were cut. */
  readonly cut: readonly MrzFieldName[];
}

const fit = (text: string, length: number) => text.slice(0, length).padEnd(length, "<");
const plain = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, "<");

function dateText(value: string): string {
  const parts = /^(?:(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?)?$/.exec(value);
  if (!parts) return fit(plain(value), 6);
  return (parts[1]?.slice(2) ?? "<<") + (parts[2] ?? "<<") + (parts[3] ?? "<<");
}

/** Primary and secondary identifier in `length` positions, cut so that both keep a part (part 4, 4.2.3). */
function namesText(surname: string, given: string, length: number): { text: string; truncated: boolean } {
  const primary = toZoneText(surname);
  const secondary = toZoneText(given);
  if (!secondary) return { text: fit(primary, length), truncated: primary.length > length };
  const whole = `${primary}<<${secondary}`;
  if (whole.length <= length) return { text: fit(whole, length), truncated: whole.length === length };
  const share = Math.max(length - 2 - secondary.length, Math.ceil((length - 2) / 2));
  const head = primary.slice(0, share).replace(/<+$/, "");
  // A cut name ends in a letter, which is how readers know that it was cut.
  const room = length - 2 - head.length;
  const tail = secondary.slice(0, room);
  if (!tail.endsWith("<")) return { text: `${head}<<${tail}`.padEnd(length, "<"), truncated: true };
  return {
    text: `${primary.slice(0, head.length + 1).replace(/<+$/, "")}<<${secondary}`.slice(0, length),
    truncated: true,
  };
}

function fieldText(spec: MrzFieldSpec, values: MrzValues): string {
  const value = values[spec.name] ?? "";
  if (spec.kind === "date") return dateText(value);
  if (spec.kind === "issue_month") return dateText(value).slice(0, 4);
  if (spec.kind === "sex") return value === "M" || value === "F" ? value : "<";
  if (spec.kind === "surname" || spec.kind === "given_names") return toZoneText(value);
  return plain(value);
}

/** Note j of parts 5 and 6: `<` in the digit's place, the rest of the number and its digit in the optional data. */
function writeLongNumber(lines: string[][], spec: MrzCheckSpec, number: string): boolean {
  const { continuation, digit } = spec;
  const rest = number.slice(9);
  if (!continuation || rest === "" || rest.length + 1 > continuation.end - continuation.start) return false;
  const optional = lines[continuation.line].slice(continuation.start, continuation.end).join("").replace(/<+$/, "");
  const joined = `${rest}${checkDigit(number)}${optional ? `<${optional}` : ""}`;
  const room = continuation.end - continuation.start;
  lines[continuation.line].splice(continuation.start, room, ...fit(joined, room));
  lines[digit.line][digit.column] = "<";
  return true;
}

function writeChecks(lines: string[][], format: MrzFormat, long: boolean): void {
  for (const spec of format.checks) {
    if (spec.id === "document_number" && long) continue;
    const covered = spec.over.map((range) => lines[range.line].slice(range.start, range.end).join("")).join("");
    lines[spec.digit.line][spec.digit.column] = checkDigit(covered);
  }
}

/** A zone of the layout whose check digits all hold. */
export function formatMrz(id: MrzFormatId, values: MrzValues): FormattedMrz {
  const format = mrzFormatById[id];
  const lines = format.lengths.map((length) => new Array<string>(length).fill("<"));
  const cut: MrzFieldName[] = [];
  let namesTruncated = false;
  for (const spec of format.fields) {
    const room = spec.end - spec.start;
    let text: string;
    if (spec.kind === "names") {
      const names = namesText(values.surname ?? "", values.given_names ?? "", room);
      text = names.text;
      namesTruncated = names.truncated;
    } else {
      text = fieldText(spec, values);
      if (values[spec.name] === undefined && isPartOfAnother(spec, format)) continue;
      if (text.length > room && (spec.kind === "surname" || spec.kind === "given_names")) namesTruncated = true;
      else if (text.length > room) cut.push(spec.name);
    }
    lines[spec.line].splice(spec.start, room, ...fit(text, room));
  }
  const number = format.checks.find((spec) => spec.id === "document_number");
  const long = number ? writeLongNumber(lines, number, plain(values.document_number ?? "")) : false;
  writeChecks(lines, format, long);
  return {
    lines: lines.map((line) => line.join("")),
    namesTruncated,
    cut: cut.filter((name) => name !== "document_number" || !long),
  };
}

/** The French number and the Swiss one contain other fields, which need not be given twice. */
function isPartOfAnother(spec: MrzFieldSpec, format: MrzFormat): boolean {
  return format.fields.some(
    (other) => other !== spec && other.line === spec.line && other.start <= spec.start && other.end >= spec.end,
  );
}
