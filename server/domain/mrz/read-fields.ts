import { addYears, type ReadDate, readIssueMonth, readMrzDate } from "./read-date";
import { readNames, spoken } from "./read-names";
import { longNumberTail } from "./run-checks";
import type { MrzField, MrzFieldName, MrzFieldSpec, MrzFinding, MrzFormat } from "./types";

/** Reads each run of positions of a layout, and says what is odd about it. */

export interface ReadFields {
  readonly fields: Partial<Record<MrzFieldName, MrzField>>;
  readonly findings: MrzFinding[];
  readonly namesTruncated: boolean;
}

const DATE_FINDING = {
  impossible: ["impossible_date", "warning", "is not a day of any calendar"],
  incomplete: ["incomplete_date", "error", "holds characters that are neither two digits nor two fillers"],
  unknown: ["unknown_date", "note", "is known only in part"],
} as const;

function readDate(spec: MrzFieldSpec, raw: string, format: MrzFormat, today: string): ReadDate {
  if (spec.kind === "issue_month") return readIssueMonth(raw, today);
  return readMrzDate(raw, spec.name === "expiry_date" ? addYears(today, format.expiryHorizon_years) : today);
}

function dateField(spec: MrzFieldSpec, raw: string, read: ReadDate, findings: MrzFinding[]): MrzField {
  const range = { line: spec.line, start: spec.start, end: spec.end };
  if (read.problem && !(spec.kind === "issue_month" && read.problem === "unknown")) {
    const [code, severity, what] = DATE_FINDING[read.problem];
    findings.push({ code, severity, field: spec.name, range, message: `${spec.name} ${raw} ${what}.` });
  }
  return { name: spec.name, raw, value: read.date.iso ?? "", ranges: [range] };
}

function numberField(spec: MrzFieldSpec, raw: string, lines: readonly string[], format: MrzFormat): MrzField {
  const range = { line: spec.line, start: spec.start, end: spec.end };
  const check = format.checks.find((candidate) => candidate.id === "document_number");
  const tail = check ? longNumberTail(lines, check) : null;
  if (!tail) return { name: spec.name, raw, value: spoken(raw), ranges: [range] };
  const rest = { line: tail.line, start: tail.start, end: tail.end - 1 };
  const whole = raw + lines[rest.line].slice(rest.start, rest.end);
  return { name: spec.name, raw: whole, value: spoken(whole), ranges: [range, rest] };
}

function sexField(spec: MrzFieldSpec, raw: string, findings: MrzFinding[]): MrzField {
  const range = { line: spec.line, start: spec.start, end: spec.end };
  if (raw === "X") {
    const message = "The zone prints X for an unspecified sex, where the standard has the filler.";
    findings.push({ code: "sex_printed_x", severity: "note", field: "sex", range, message });
  }
  return { name: "sex", raw, value: raw === "<" ? "X" : raw, ranges: [range] };
}

function addNames(spec: MrzFieldSpec, raw: string, out: Partial<Record<MrzFieldName, MrzField>>): boolean {
  const names = readNames(raw, spec);
  out.surname = names.surname;
  out.given_names = names.given_names;
  return names.truncated;
}

function namesFindings(out: Partial<Record<MrzFieldName, MrzField>>, truncated: boolean, findings: MrzFinding[]): void {
  if (truncated) {
    const message = "The names fill their field to the last position, so they may have been cut: compare by prefix.";
    findings.push({ code: "names_truncated", severity: "note", field: "given_names", message });
  }
  if (out.surname?.value === "" && !out.given_names?.value) {
    findings.push({ code: "names_empty", severity: "warning", field: "surname", message: "The zone holds no name." });
  }
}

/** `lines` have the layout's lengths. */
export function readFields(lines: readonly string[], format: MrzFormat, today: string): ReadFields {
  const fields: Partial<Record<MrzFieldName, MrzField>> = {};
  const findings: MrzFinding[] = [];
  let truncated = false;
  for (const spec of format.fields) {
    const raw = lines[spec.line].slice(spec.start, spec.end);
    if (spec.kind === "names") truncated = addNames(spec, raw, fields);
    else if (spec.kind === "date" || spec.kind === "issue_month") {
      fields[spec.name] = dateField(spec, raw, readDate(spec, raw, format, today), findings);
    } else if (spec.kind === "sex") fields.sex = sexField(spec, raw, findings);
    else if (spec.name === "document_number") fields.document_number = numberField(spec, raw, lines, format);
    else {
      if (spec.kind === "surname" || spec.kind === "given_names") truncated ||= raw[raw.length - 1] !== "<";
      const range = { line: spec.line, start: spec.start, end: spec.end };
      fields[spec.name] = { name: spec.name, raw, value: spoken(raw), ranges: [range] };
    }
  }
  namesFindings(fields, truncated, findings);
  return { fields, findings, namesTruncated: truncated };
}
