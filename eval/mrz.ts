import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type MrzFieldName, type ParsedMrz, parseMrz } from "@/server/domain/mrz";

/** `npm run eval -- mrz --vectors FILE [--json]`: agreement of the parser with published vectors. */

interface Vector {
  readonly name: string | null;
  readonly lines: readonly string[];
  readonly format: string | null;
  readonly valid: boolean;
  readonly checks?: Readonly<Record<string, boolean>>;
  readonly expected: Readonly<Record<string, string | null>> | null;
  readonly fields_computed?: Readonly<Record<string, string>>;
  readonly source?: string;
}

interface Disagreement {
  readonly index: number;
  readonly name: string | null;
  readonly what: readonly string[];
  /** Why the label is wrong, where it is. */
  readonly clause: string | null;
}

/** The vectors' names for our fields. */
const FIELD: Readonly<Record<string, MrzFieldName>> = {
  documentCode: "document_code",
  issuingState: "issuing_state",
  documentNumber: "document_number",
  nationality: "nationality",
  birthDate: "birth_date",
  sex: "sex",
  expirationDate: "expiry_date",
  lastName: "surname",
  firstName: "given_names",
  personalNumber: "personal_number",
  optional1: "optional1",
  optional2: "optional2",
  administrativeCode: "office",
  administrativeCode2: "department",
  issueDate: "issue_date",
  languageCode: "language",
  pinCode: "personal_number",
  versionNumber: "version",
};

const DIGIT: Readonly<Record<string, string>> = {
  documentNumberCheckDigit: "document_number",
  birthDateCheckDigit: "birth_date",
  expirationDateCheckDigit: "expiry_date",
  personalNumberCheckDigit: "personal_number",
  compositeCheckDigit: "composite",
};

const SEX: Readonly<Record<string, string>> = { male: "M", female: "F", nonspecified: "<", unspecified: "<" };

const plain = (text: string) => text.replace(/<+/g, " ").trim();

function fieldOf(parsed: ParsedMrz, key: string): string | undefined {
  const french = parsed.format === "FRENCH_NATIONAL_ID" && key === "documentNumber";
  return parsed.fields[french ? "serial_number" : FIELD[key]]?.raw;
}

function compareExpected(parsed: ParsedMrz, expected: Readonly<Record<string, string | null>>): string[] {
  const wrong: string[] = [];
  for (const [key, want] of Object.entries(expected)) {
    if (want === null) continue;
    const check = DIGIT[key];
    const got = check ? parsed.checks.find((one) => one.id === check)?.printed : fieldOf(parsed, key);
    // The French licence's digit covers code and state as well, and is named like the others.
    if (plain(got ?? "") !== plain(SEX[want] ?? want)) wrong.push(`${key}: ${got ?? "nothing"}, expected ${want}`);
  }
  return wrong;
}

function compareComputed(parsed: ParsedMrz, vector: Vector): string[] {
  const wrong: string[] = [];
  for (const [key, want] of Object.entries(vector.fields_computed ?? {})) {
    const got = parsed.fields[key as MrzFieldName]?.raw;
    if (plain(got ?? "") !== plain(want)) wrong.push(`${key}: ${got ?? "nothing"}, listed ${want}`);
  }
  for (const [key, want] of Object.entries(vector.checks ?? {})) {
    const got = parsed.checks.find((one) => one.id === key)?.valid;
    if (got !== undefined && got !== want) wrong.push(`check ${key}: ${got}, listed ${want}`);
  }
  return wrong;
}

/** A label that asks for characters which stand nowhere in the lines cannot be met by any reader. */
function clauseFor(vector: Vector): string | null {
  const text = plain(vector.lines.join("<"));
  const missing = Object.entries(vector.expected ?? {}).find(
    ([, want]) => want !== null && want !== "" && !SEX[want] && !text.includes(plain(want).split(" ")[0]),
  );
  return missing ? `the label expects ${missing[0]} “${missing[1]}”, which stands nowhere in the lines given` : null;
}

function microsecondsPerParse(vectors: readonly Vector[], today: string): number {
  const rounds = Math.ceil(20_000 / Math.max(1, vectors.length));
  for (let i = 0; i < rounds; i++) for (const vector of vectors) parseMrz(vector.lines, { today });
  const start = performance.now();
  for (let i = 0; i < rounds; i++) for (const vector of vectors) parseMrz(vector.lines, { today });
  return ((performance.now() - start) * 1000) / (rounds * vectors.length);
}

function measure(vectors: readonly Vector[], today: string) {
  const disagreements: Disagreement[] = [];
  const remarks: Disagreement[] = [];
  vectors.forEach((vector, index) => {
    const parsed = parseMrz(vector.lines, { today });
    const what = compareExpected(parsed, vector.expected ?? {});
    if (parsed.valid !== vector.valid) what.unshift(`valid: ${parsed.valid}, expected ${vector.valid}`);
    if (what.length > 0) disagreements.push({ index, name: vector.name, what, clause: clauseFor(vector) });
    const listed = compareComputed(parsed, vector);
    if (listed.length > 0) remarks.push({ index, name: vector.name, what: listed, clause: null });
  });
  return {
    vectors: vectors.length,
    agree: vectors.length - disagreements.length,
    explained: disagreements.filter((one) => one.clause !== null).length,
    disagreements,
    computed_fields_differ: remarks,
    us_per_parse: Math.round(microsecondsPerParse(vectors, today) * 100) / 100,
  };
}

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { vectors: { type: "string" }, json: { type: "boolean" } } });
  if (!values.vectors) throw new Error("Say which vectors to measure: npm run eval -- mrz --vectors FILE");
  const vectors = JSON.parse(readFileSync(values.vectors, "utf8")) as Vector[];
  const result = measure(vectors, new Date().toISOString().slice(0, 10));
  if (values.json) {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  console.log(`${result.agree} of ${result.vectors} vectors agree on validity and expected fields.`);
  for (const { index, name, what, clause } of result.disagreements) {
    console.log(
      `  vector ${index} (${name ?? "unnamed"}): ${what.join("; ")}${clause ? `\n    clause: ${clause}` : ""}`,
    );
  }
  for (const { index, what } of result.computed_fields_differ)
    console.log(`  listed otherwise, vector ${index}: ${what.join("; ")}`);
  console.log(`${result.us_per_parse} µs a parse`);
}
