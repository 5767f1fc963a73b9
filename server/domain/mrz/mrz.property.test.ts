import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ambiguousPositions } from "./ambiguous-positions";
import { formatMrz, type MrzValues } from "./format-mrz";
import { mrzFormatById, mrzFormats } from "./formats";
import { parseMrz } from "./parse-mrz";
import type { MrzFormatId } from "./types";

const today = "2026-01-15";
/** `VERIFLOW_RUNS=1000000` for the million of the documents issue. */
const runs = Number(process.env.VERIFLOW_RUNS ?? 3000);

const letters = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"), minLength: min, maxLength: max });
const alnum = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"), minLength: min, maxLength: max });
const name = fc.array(letters(1, 9), { minLength: 1, maxLength: 2 }).map((words) => words.join(" "));
const date = (from: number, to: number) =>
  fc
    .date({ min: new Date(Date.UTC(from, 0, 1)), max: new Date(Date.UTC(to, 11, 31)), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));

const values: fc.Arbitrary<MrzValues> = fc.record({
  surname: name,
  given_names: name,
  document_number: alnum(5, 9),
  issuing_state: fc.constantFrom("UTO", "FRA", "D", "CIV"),
  nationality: fc.constantFrom("UTO", "FRA", "D", "GBO"),
  birth_date: date(1930, 2025),
  expiry_date: date(2020, 2045),
  sex: fc.constantFrom("M", "F", "X"),
  personal_number: alnum(0, 14),
});

const ICAO = ["TD1", "TD2", "TD3", "MRVA", "MRVB"] as const;
const CODE = { TD1: "I", TD2: "I", TD3: "P", MRVA: "V", MRVB: "V" } as const;
const zone = fc
  .tuple(fc.constantFrom(...ICAO), values)
  .map(([id, given]) => ({ id, given, lines: formatMrz(id, { ...given, document_code: CODE[id] }).lines }));

describe("the zone engine, on anything", () => {
  it("never throws, and never calls random lines valid without every check holding", () => {
    const line = fc.oneof(
      fc.string({ unit: "binary", maxLength: 50 }),
      ...[9, 30, 36, 44].map((length) =>
        fc.string({ unit: fc.constantFrom(..."ABKZ019<< é"), minLength: length, maxLength: length }),
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), fc.boolean(), (lines, repair) => {
        const parsed = parseMrz(lines, { today, repair });
        if (parsed.valid) expect(parsed.checks.length > 0 && parsed.checks.every((check) => check.valid)).toBe(true);
        else expect(parsed.findings.length > 0 || parsed.checks.length === 0).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  it("reads back what it wrote: generate → parse is the identity", () => {
    fc.assert(
      fc.property(zone, ({ id, given, lines }) => {
        const parsed = parseMrz(lines, { today });
        expect(parsed).toMatchObject({ format: id, valid: true });
        const read = (field: keyof typeof parsed.fields) => parsed.fields[field]?.value;
        if (!parsed.namesTruncated) {
          expect([read("surname"), read("given_names")]).toEqual([given.surname, given.given_names]);
        }
        expect(read("document_number")).toBe(given.document_number);
        expect(read("birth_date")).toBe(given.birth_date);
        expect(read("expiry_date")).toBe(given.expiry_date);
        expect(read("sex")).toBe(given.sex);
        expect(read("nationality")).toBe(given.nationality);
      }),
      { numRuns: runs },
    );
  });

  it("reads back long document numbers of TD1 and TD2", () => {
    fc.assert(
      fc.property(fc.constantFrom("TD1" as const, "TD2" as const), values, alnum(10, 15), (id, given, number) => {
        const long = number.slice(0, id === "TD1" ? 15 : 14);
        const { lines } = formatMrz(id, { ...given, document_code: "I", document_number: long });
        const parsed = parseMrz(lines, { today });
        expect(parsed.valid).toBe(true);
        expect(parsed.fields.document_number?.value).toBe(long);
      }),
      { numRuns: runs / 2 },
    );
  });

  it("catches every single-character change in a checked field, or reports the position as ambiguous", () => {
    const change = fc.tuple(zone, fc.nat(), fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<"));
    fc.assert(
      fc.property(change, ([{ id, lines }, at, to]) => {
        const positions = mrzFormatById[id as MrzFormatId].checks.flatMap((check) =>
          check.over.flatMap(({ line, start, end }) =>
            Array.from({ length: end - start }, (_, i) => ({ line, column: start + i })),
          ),
        );
        const { line, column } = positions[at % positions.length];
        const from = lines[line][column];
        fc.pre(from !== to);
        const changed = lines.map((text, i) =>
          i === line ? text.slice(0, column) + to + text.slice(column + 1) : text,
        );
        if (!parseMrz(changed, { today }).valid) return;
        const reported = ambiguousPositions({ format: id, lines: changed });
        const here = reported.find((one) => one.line === line && one.column === column);
        expect(here?.alternatives).toContain(from);
      }),
      { numRuns: runs },
    );
  });

  it("repairs to nothing but a zone whose digits hold, and says where", () => {
    const slip = fc.tuple(zone, fc.nat(), fc.constantFrom(..."OISBZG0158206"));
    fc.assert(
      fc.property(slip, ([{ lines }, at, to]) => {
        const line = lines.length - (lines.length === 3 ? 2 : 1);
        const column = at % lines[line].length;
        const changed = lines.map((text, i) =>
          i === line ? text.slice(0, column) + to + text.slice(column + 1) : text,
        );
        const parsed = parseMrz(changed, { today, repair: true });
        const differing = changed.flatMap((text, i) =>
          [...text].flatMap((char, j) => (char === parsed.lines[i][j] ? [] : [`${i}.${j}`])),
        );
        expect(parsed.repairs.map((one) => `${one.line}.${one.column}`).sort()).toEqual(differing.sort());
      }),
      { numRuns: runs },
    );
  });
});

describe("layouts", () => {
  it.each(mrzFormats.map((format) => [format.id, format] as const))(
    "%s: fields and digits lie inside the lines",
    (_, format) => {
      for (const range of [...format.fields, ...format.checks.flatMap((check) => check.over)]) {
        expect(range.start).toBeLessThan(range.end);
        expect(range.end).toBeLessThanOrEqual(format.lengths[range.line]);
      }
      for (const { digit } of format.checks) expect(digit.column).toBeLessThan(format.lengths[digit.line]);
    },
  );
});
