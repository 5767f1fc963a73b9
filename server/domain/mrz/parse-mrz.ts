import { characterClasses, classOf, DIGIT, fitsClass, LETTER } from "./character-class";
import { detectFormats } from "./detect-format";
import { readFields } from "./read-fields";
import { repairMrz } from "./repair-mrz";
import { runChecks } from "./run-checks";
import type { MrzCheck, MrzFinding, MrzFormat, MrzRepair, ParsedMrz, ParseMrzOptions } from "./types";

/** Reads a machine-readable zone. Any lines give an answer; none makes it throw. */

function classFindings(lines: readonly string[], format: MrzFormat): MrzFinding[] {
  const findings: MrzFinding[] = [];
  const classes = characterClasses(format.id);
  for (let line = 0; line < lines.length; line++) {
    for (let column = 0; column < lines[line].length; column++) {
      const code = lines[line].charCodeAt(column);
      const allowed = classes[line][column];
      if (fitsClass(code, allowed)) continue;
      const range = { line, start: column, end: column + 1 };
      const where = `line ${line + 1}, column ${column + 1}`;
      const char = lines[line][column];
      if (classOf(code) === 0) {
        const message = `“${char}” at ${where} is not a character of the zone (A–Z, 0–9 and <).`;
        findings.push({ code: "illegal_character", severity: "error", range, message });
      } else {
        const severity = (allowed & DIGIT) !== 0 && (allowed & LETTER) === 0 ? "error" : "warning";
        findings.push({ code: "character_class", severity, range, message: `“${char}” cannot stand at ${where}.` });
      }
    }
  }
  return findings;
}

function checkFindings(checks: readonly MrzCheck[]): MrzFinding[] {
  const findings: MrzFinding[] = [];
  for (const check of checks) {
    const { id: field, range } = check;
    if (!check.valid) {
      const message = `The check digit of ${field} is printed ${check.printed}; the characters give ${check.computed}.`;
      findings.push({ code: "check_digit", severity: "error", field, range, message });
    } else if (check.printed === "<" && check.id !== "personal_number") {
      const message = `The check digit of the empty ${field} is printed as filler; the standard has 0.`;
      findings.push({ code: "filler_check_digit", severity: "note", field, range, message });
    }
    if (check.over.length === 2 && check.id === "document_number") {
      const message = "The document number is longer than nine characters and goes on in the optional data.";
      findings.push({ code: "long_document_number", severity: "note", field, range: check.over[1], message });
    }
    if (check.rule === "with_separator") {
      const message = "The digit of this Belgian number holds with the separator at position 15 in the weighting.";
      findings.push({ code: "belgian_separator_rule", severity: "note", field, range, message });
    }
  }
  return findings;
}

function chooseFormat(candidates: readonly MrzFormat[], lines: readonly string[]): MrzFormat {
  if (candidates.length === 1) return candidates[0];
  const proven = candidates.find((format) => runChecks(lines, format).every((check) => check.valid));
  return proven ?? candidates[0];
}

function unknownFormat(lines: readonly string[]): ParsedMrz {
  const lengths = lines.map((line) => line.length).join(", ") || "none";
  const message = `No known zone has ${lines.length} line(s) of these lengths: ${lengths}.`;
  return {
    format: null,
    lines,
    fields: {},
    checks: [],
    valid: false,
    namesTruncated: false,
    findings: [{ code: "unknown_format", severity: "error", message }],
    repairs: [],
  };
}

/**
 * @param lines the zone's lines from the top; white space at their ends is ignored, nothing else is
 * @returns format, fields with exact positions, every check digit, and whether the zone proves itself
 */
export function parseMrz(lines: readonly string[], options: ParseMrzOptions): ParsedMrz {
  const given = lines.map((line) => line.trim());
  const candidates = detectFormats(given);
  if (candidates.length === 0) return unknownFormat(given);
  const format = chooseFormat(candidates, given);
  let read: readonly string[] = given;
  let repairs: readonly MrzRepair[] = [];
  let ambiguous: readonly MrzFinding[] = [];
  let checks = runChecks(given, format);
  if (options.repair && !checks.every((check) => check.valid)) {
    const repaired = repairMrz(given, format);
    read = repaired.lines;
    repairs = repaired.repairs;
    ambiguous = repaired.findings;
    if (repairs.length > 0) checks = runChecks(read, format);
  }
  const { fields, findings, namesTruncated } = readFields(read, format, options.today);
  const all = [...classFindings(read, format), ...checkFindings(checks), ...findings, ...ambiguous];
  const valid = checks.length > 0 && !all.some((finding) => finding.severity === "error");
  return { format: format.id, lines: read, fields, checks, valid, namesTruncated, findings: all, repairs };
}
