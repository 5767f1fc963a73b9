import { describe, expect, it } from "vitest";
import { parseMrz } from "./parse-mrz";
import type { ParsedMrz } from "./types";

const today = "2026-01-15";
const parse = (...lines: string[]) => parseMrz(lines, { today });
const check = (parsed: ParsedMrz, id: string) => parsed.checks.find((one) => one.id === id);
const codes = (parsed: ParsedMrz) => parsed.findings.map(({ code }) => code);

const UTOPIA = ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"];

describe("layout and check digits", () => {
  it("reads the standard's own passport and finds every digit right (part 4, appendix B)", () => {
    const parsed = parse(...UTOPIA);
    expect(parsed).toMatchObject({ format: "TD3", valid: true, namesTruncated: false, repairs: [] });
    expect(parsed.checks.map(({ id }) => id)).toEqual([
      "document_number",
      "birth_date",
      "expiry_date",
      "personal_number",
      "composite",
    ]);
    expect(parsed.fields.surname?.value).toBe("ERIKSSON");
    expect(parsed.fields.given_names?.value).toBe("ANNA MARIA");
    expect(parsed.fields.birth_date?.value).toBe("1974-08-12");
    expect(parsed.fields.expiry_date?.value).toBe("2012-04-15");
  });

  it("gives the exact positions of every field for highlighting", () => {
    const parsed = parse(...UTOPIA);
    for (const field of Object.values(parsed.fields)) {
      for (const { line, start, end } of field.ranges) expect(field.raw).toBe(parsed.lines[line].slice(start, end));
    }
    expect(parsed.fields.given_names?.ranges).toEqual([{ line: 0, start: 15, end: 25 }]);
  });

  it("covers upper 6–30 and middle 1–7, 9–15, 19–29 by the composite of TD1 (part 5, 4.2.2.2)", () => {
    const parsed = parse(
      "I<UTOD231458907<<<<<<<<<<<<<<<",
      "7408122F1204159UTO<<<<<<<<<<<6",
      "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
    );
    expect(parsed.valid).toBe(true);
    expect(check(parsed, "composite")?.over).toEqual([
      { line: 0, start: 5, end: 30 },
      { line: 1, start: 0, end: 7 },
      { line: 1, start: 8, end: 15 },
      { line: 1, start: 18, end: 29 },
    ]);
  });

  it("covers lower 1–10, 14–20, 22–35 by the composite of TD2 (part 6, 4.2.2.2)", () => {
    const parsed = parse("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6");
    expect(parsed).toMatchObject({ format: "TD2", valid: true });
  });

  it("asks no composite and no personal-number digit of a visa (part 7, 4.2.2)", () => {
    const a = parse("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<");
    const b = parse("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<");
    expect(a).toMatchObject({ format: "MRVA", valid: true });
    expect(b).toMatchObject({ format: "MRVB", valid: true });
    expect(a.checks).toHaveLength(3);
  });

  it("takes 0 and < as the digit of an empty personal number (part 4, 4.2.2.2, note j)", () => {
    const name = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
    expect(parse(name, "L898902C36UTO7408122F1204159<<<<<<<<<<<<<<<8").valid).toBe(true);
    expect(parse(name, "L898902C36UTO7408122F1204159<<<<<<<<<<<<<<08").valid).toBe(true);
  });

  it("keeps inner fillers of a number in their place in the weighting", () => {
    const parsed = parse(
      "P<FINVIRTANEN<<MARIA<OLIVIA<<<<<<<<<<<<<<<<<",
      "XP82716024FIN7112214F1108213211271<426U<<<04",
    );
    expect(check(parsed, "personal_number")).toMatchObject({ valid: true, printed: "0" });
    expect(parsed.fields.personal_number?.value).toBe("211271 426U");
  });

  it("goes on with a long number in the optional data of TD1, without position 15 (part 5, note j)", () => {
    const parsed = parse(
      "I<UTOD23145890<7349<<<<<<<<<<<",
      "3407127M9507122UTO<<<<<<<<<<<2",
      "STEVENSON<<PETER<JOHN<<<<<<<<<",
    );
    expect(parsed.fields.document_number?.value).toBe("D23145890734");
    expect(parsed.fields.document_number?.ranges).toEqual([
      { line: 0, start: 5, end: 14 },
      { line: 0, start: 15, end: 18 },
    ]);
    expect(check(parsed, "document_number")).toMatchObject({ valid: true, printed: "9" });
    expect(codes(parsed)).toContain("long_document_number");
  });

  it("goes on with a long number at 29–35 of TD2 (part 6, note j)", () => {
    const parsed = parse("I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<", "D23145890<UTO3407127M95071227349<<<8");
    expect(parsed).toMatchObject({ format: "TD2", valid: true });
    expect(parsed.fields.document_number?.value).toBe("D23145890734");
  });

  it("never goes on with a number on a visa, which cuts it at nine (part 7, note j)", () => {
    const parsed = parse(
      "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
      "L8988901C<XXX4009078F96121097349<<<<<<<<<<<<",
    );
    expect(parsed.fields.document_number?.value).toBe("L8988901C");
    expect(check(parsed, "document_number")?.valid).toBe(false);
  });

  it("takes no long number from < at 15 with empty optional data", () => {
    const parsed = parse(
      "I<UTOD23145890<<<<<<<<<<<<<<<<",
      "7408122F1204159UTO<<<<<<<<<<<6",
      "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
    );
    expect(parsed.fields.document_number?.value).toBe("D23145890");
    expect(parsed.valid).toBe(false);
  });

  it("takes no long number from optional data that follows a short number (Finland, Lithuania)", () => {
    const finland = parse(
      "I<FINXA10000585010195<112X<<<<",
      "9501016F2803135FIN<<<<<<<<<<<7",
      "SPECIMEN<TRAVEL<<VILMA<SOFIA<<",
    );
    const lithuania = parse(
      "I<LTU11810187<346411231034<<<<",
      "6411231F1901012LTU<<<<<<<<<<<9",
      "BASANAVICIENE<<BIRUTE<<<<<<<<<",
    );
    expect(finland.fields.document_number?.value).toBe("XA1000058");
    expect(lithuania.fields.document_number?.value).toBe("11810187");
    expect(finland.valid && lithuania.valid).toBe(true);
  });

  it("accepts Belgian cards under both rules, and says which", () => {
    const without = parse(
      "IDBEL600001795<0152<<<<<<<<<<<",
      "1301014F2311207BEL130101987398",
      "SPECIMEN<<SPECIMEN<<<<<<<<<<<<",
    );
    expect(check(without, "document_number")).toMatchObject({ valid: true, rule: "without_separator" });
    const withSeparator = parse(
      "IDBEL000590240<6013<<<<<<<<<<<",
      "8512017F1311048BEL851201002007",
      "REINARTZ<<ULRIKE<KATIA<E<<<<<<",
    );
    expect(check(withSeparator, "document_number")).toMatchObject({ valid: true, rule: "with_separator" });
    expect(codes(withSeparator)).toContain("belgian_separator_rule");
    const other = parse(
      "IDUTO000590240<6013<<<<<<<<<<<",
      "8512017F1311048UTO851201002007",
      "REINARTZ<<ULRIKE<KATIA<E<<<<<<",
    );
    expect(check(other, "document_number")?.valid).toBe(false);
  });
});

describe("dates, names and codes", () => {
  const birth = (six: string, digit: string) =>
    parse("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", `L8988901C4XXX${six}${digit}F96121096ZE184226B<<<<<<`);

  it("reads unknown parts of a date as far as they are known, counting < as 0 (part 3, 4.8)", () => {
    expect(birth("7408<<", "4").fields.birth_date?.value).toBe("1974-08");
    expect(birth("74<<<<", "1").fields.birth_date?.value).toBe("1974");
    expect(birth("<<<<<<", "0").fields.birth_date?.value).toBe("");
    expect(codes(birth("74<<<<", "1"))).toContain("unknown_date");
    expect(birth("74<<<<", "1").valid).toBe(true);
  });

  it("settles the century of a birth by today, which is an argument", () => {
    const lines = ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX2601157F96121096ZE184226B<<<<<<"];
    expect(parseMrz(lines, { today: "2026-01-15" }).fields.birth_date?.value).toBe("2026-01-15");
    expect(parseMrz(lines, { today: "2026-01-14" }).fields.birth_date?.value).toBe("1926-01-15");
  });

  it("reports impossible days and half-unknown parts", () => {
    expect(codes(birth("740231", "6"))).toContain("impossible_date");
    expect(codes(birth("7<0812", "8"))).toContain("incomplete_date");
    expect(birth("7<0812", "8").valid).toBe(false);
  });

  it("allows only a primary and only a secondary identifier (part 3, 4.6)", () => {
    const primary = parse("P<UTOMADONNA<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", UTOPIA[1]);
    expect(primary.fields.surname?.value).toBe("MADONNA");
    expect(primary.fields.given_names?.value).toBe("");
    const secondary = parse(
      "I<CHED231458907ABC<<<<<<<<<<<<",
      "7408122F1204159CHE<<<<<<<<<<<1",
      "<<ANNA<MARIA<<<<<<<<<<<<<<<<<<",
    );
    expect(secondary).toMatchObject({ valid: true });
    expect(secondary.fields.surname?.value).toBe("");
    expect(secondary.fields.given_names?.value).toBe("ANNA MARIA");
  });

  it("takes a letter in the last position of the names as a cut", () => {
    const parsed = parse(
      "I<PRT007777779<ZZ92<<<<<<<<<<<",
      "8303143M3405282PRT<<<<<<<<<<<2",
      "CACADOR<DE<ARAUJO<<ANDRE<ESTEV",
    );
    expect(parsed).toMatchObject({ valid: true, namesTruncated: true });
    expect(codes(parsed)).toContain("names_truncated");
  });

  it("reads < as an unspecified sex, and accepts the X that some issuers print, with a note", () => {
    const filler = parse(
      "IDD<<T220001293<<<<<<<<<<<<<<<",
      "6408125<2010315D<<<<<<<<<<<<<4",
      "MUSTERMANN<<ERIKA<<<<<<<<<<<<<",
    );
    const printed = parse(
      "IDD<<T220001293<<<<<<<<<<<<<<<",
      "6408125X2010315D<<<<<<<<<<<<<4",
      "MUSTERMANN<<ERIKA<<<<<<<<<<<<<",
    );
    expect([filler.valid, printed.valid]).toEqual([true, true]);
    expect([filler.fields.sex?.value, printed.fields.sex?.value]).toEqual(["X", "X"]);
    expect(codes(printed)).toContain("sex_printed_x");
    expect(codes(filler)).not.toContain("sex_printed_x");
  });

  it("reads one- and two-letter issuers (Germany, old Slovenian cards)", () => {
    const slovenia = parse(
      "I<SI<09999100180706966505468<<",
      "6606079F0807276SI<<<<<<<<<<<<0",
      "VZOREC<<TINA<<<<<<<<<<<<<<<<<<",
    );
    expect(slovenia.valid).toBe(true);
    expect(slovenia.fields.issuing_state?.value).toBe("SI");
  });
});
