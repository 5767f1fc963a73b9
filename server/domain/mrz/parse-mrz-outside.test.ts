import { describe, expect, it } from "vitest";
import { parseMrz } from "./parse-mrz";
import type { ParsedMrz } from "./types";

const today = "2026-01-15";
const parse = (...lines: string[]) => parseMrz(lines, { today });
const repair = (...lines: string[]) => parseMrz(lines, { today, repair: true });
const check = (parsed: ParsedMrz, id: string) => parsed.checks.find((one) => one.id === id);
const codes = (parsed: ParsedMrz) => parsed.findings.map(({ code }) => code);

const UTOPIA = ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"];

describe("zones outside ICAO", () => {
  it("reads the old French card by its own layout", () => {
    const parsed = parse("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "9409923102854CORINNE<<<<<<<6512068F4");
    expect(parsed).toMatchObject({ format: "FRENCH_NATIONAL_ID", valid: true });
    expect(parsed.fields.issue_date?.value).toBe("1994-09");
    expect(parsed.fields.document_number?.value).toBe("940992310285");
    expect(parsed.fields.given_names?.value).toBe("CORINNE");
  });

  it("reads a French TD2 card as TD2 where its digits hold and those of the old card do not", () => {
    const parsed = parse("IDFRAERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907FRA7408122F1204159<<<<<<<6");
    expect(parsed).toMatchObject({ format: "TD2", valid: true });
  });

  it("reads the French licence, whose digit covers code and state too", () => {
    const parsed = parse("D1FRA13AA000026181231MARTIN<<9");
    expect(parsed).toMatchObject({ format: "FRENCH_DRIVING_LICENSE", valid: true });
    expect(parsed.fields.document_number?.value).toBe("13AA00002");
    expect(parsed.fields.expiry_date?.value).toBe("2018-12-31");
  });

  it("reads the Swiss licence, and does not call valid what has no check digit", () => {
    const parsed = parse("AAA001D<<", "FACHE305142128097<<800126<<<<<", "MARCHAND<<FABIENNE<<<<<<<<<<<<");
    expect(parsed).toMatchObject({ format: "SWISS_DRIVING_LICENSE", valid: false, checks: [] });
    expect(parsed.fields.document_number?.value).toBe("AAA001D");
    expect(parsed.fields.birth_date?.value).toBe("1980-01-26");
  });
});

describe("what is not a zone", () => {
  it.each([
    [[]],
    [[""]],
    [["A"]],
    [["<", "<", "<", "<"]],
    [[UTOPIA[0]]],
    [[`${UTOPIA[0]}<`, UTOPIA[1]]],
    [["🙂", "\u0000"]],
  ])("answers %j without a format, without throwing", (lines: string[]) => {
    expect(parseMrz(lines, { today })).toMatchObject({ format: null, valid: false });
  });

  it("finds lower case and blanks illegal inside a zone of the right lengths", () => {
    expect(parse(UTOPIA[0].toLowerCase(), UTOPIA[1].toLowerCase()).valid).toBe(false);
    expect(codes(parse("P<UTOERIKS ON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", UTOPIA[1]))).toContain("illegal_character");
  });

  it("finds a letter that shares the check value of a digit out of place in a date", () => {
    // G is 16 and counts as 6: the digit holds, the class does not.
    const parsed = parse(
      "I<SI<09999100180706966505468<<",
      "G606079F0807276SI<<<<<<<<<<<<0",
      "VZOREC<<TINA<<<<<<<<<<<<<<<<<<",
    );
    expect(check(parsed, "birth_date")?.valid).toBe(true);
    expect(parsed.valid).toBe(false);
  });
});

describe("repair", () => {
  it("leaves the zone as printed unless it is asked for", () => {
    expect(parse(UTOPIA[0], UTOPIA[1].replace("7408122", "74O8122")).valid).toBe(false);
  });

  it("undoes letters where only digits may stand, and reports every position", () => {
    const parsed = repair(UTOPIA[0], UTOPIA[1].replace("7408122", "74O8I22"));
    expect(parsed.valid).toBe(true);
    expect(parsed.repairs).toEqual([
      { line: 1, column: 15, from: "O", to: "0", check: "birth_date" },
      { line: 1, column: 17, from: "I", to: "1", check: "birth_date" },
    ]);
  });

  it("undoes one look-alike in a number where it is the only one that makes the digit hold", () => {
    const parsed = repair(UTOPIA[0], UTOPIA[1].replace("L898902C3", "L8989O2C3"));
    expect(parsed.valid).toBe(true);
    expect(parsed.repairs).toEqual([{ line: 1, column: 5, from: "O", to: "0", check: "document_number" }]);
  });

  it("repairs nothing that is no look-alike: an altered digit stays wrong", () => {
    const parsed = repair(UTOPIA[0], UTOPIA[1].replace("7408122", "7408152"));
    expect(parsed).toMatchObject({ valid: false, repairs: [] });
  });

  it("keeps no repair under which the composite digit does not hold", () => {
    const parsed = repair(UTOPIA[0], `${UTOPIA[1].slice(0, 43)}1`.replace("L898902C3", "L8989O2C3"));
    expect(parsed).toMatchObject({ valid: false, repairs: [] });
  });

  it("never touches names, which no digit covers", () => {
    const parsed = repair("P<UTOERIK550N<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", UTOPIA[1].replace("7408122", "74O8122"));
    expect(parsed.fields.surname?.value).toBe("ERIK550N");
    expect(parsed.repairs.every(({ line }) => line === 1)).toBe(true);
  });
});
