import { describe, expect, it } from "vitest";
import { mrzFormats } from "@/server/domain/mrz/formats";
import { parseMrz } from "@/server/domain/mrz/parse-mrz";
import { ZONE_ALPHABET } from "@/server/vision/models/mrz-ocr-b";
import { ZONE_CHARACTERS } from "@/server/vision/pipelines/mrz/align-line";
import { decodeZone } from "@/server/vision/pipelines/mrz/decode-zone";

type Doubt = readonly [line: number, column: number, looksLike: string, margin: number];

/** Evidence that shows the lines clearly, but for the doubts: there `looksLike` is ahead by `margin` nats (behind, if negative). */
function evidenceOf(lines: readonly string[], doubts: readonly Doubt[] = []): Float32Array[] {
  return lines.map((line, n) => {
    const out = new Float32Array(line.length * ZONE_CHARACTERS).fill(-11);
    [...line].forEach((char, column) => {
      out[column * ZONE_CHARACTERS + ZONE_ALPHABET.indexOf(char)] = -0.001;
    });
    for (const [at, column, char, margin] of doubts) {
      if (at === n) out[column * ZONE_CHARACTERS + ZONE_ALPHABET.indexOf(char)] = -0.001 + margin;
    }
    return out;
  });
}

const read = (lines: readonly string[], doubts?: readonly Doubt[]) => decodeZone(evidenceOf(lines, doubts), mrzFormats);

// Doc 9303-4, -5, -6 and -7, appendix B: the standard's own specimens.
const TD3 = ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"];
const TD2 = ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"];
const TD1 = ["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"];
const MRVA = ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<"];
const FRENCH = ["IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "9409923102854CORINNE<<<<<<<6512068F4"];

describe("decodeZone", () => {
  it.each([
    ["TD3", TD3],
    ["TD2", TD2],
    ["TD1", TD1],
    ["MRVA", MRVA],
    ["FRENCH_NATIONAL_ID", FRENCH],
  ])("reads clear evidence of %s as it stands and corrects nothing", (layout, lines) => {
    expect(read(lines)).toMatchObject({ layout, lines, corrections: [] });
  });

  it("lets check digits decide between look-alikes, and says where", () => {
    const found = read(TD3, [[1, 1, "B", 1.5]]);
    expect(found?.lines).toEqual(TD3);
    expect(found?.corrections).toEqual([{ line: 1, column: 1, from: "B", to: "8" }]);
  });

  it("weighs field and composite digits together over all lines of a card", () => {
    const found = read(TD1, [
      [0, 6, "Z", 1],
      [1, 3, "B", 2],
      [1, 18, "C", 0.5],
    ]);
    expect(found?.lines).toEqual(TD1);
  });

  it("reads a zone whose printed digits are wrong as it is printed", () => {
    const wrong = [TD3[0], TD3[1].replace("L898902C36", "L898902C39")];
    expect(parseMrz(wrong, { today: "2026-01-01" }).valid).toBe(false);
    expect(read(wrong)).toMatchObject({ lines: wrong, corrections: [] });
  });

  it("does not turn a clear digit into another to make a check digit hold", () => {
    const wrong = [TD3[0], TD3[1].replace("740812", "740813")];
    expect(read(wrong, [[1, 18, "2", -6]])?.lines).toEqual(wrong);
  });

  it("keeps filler after the names where a letter merely looks likelier", () => {
    const found = read(TD3, [
      [0, 30, "K", 2],
      [0, 38, "C", 3],
    ]);
    expect(found?.lines).toEqual(TD3);
  });

  it("keeps a digit that clearly stands in a date place, and a letter that clearly stands in a number", () => {
    const odd = [TD3[0].replace("P<UTO", "P<UT0"), TD3[1]];
    expect(read(odd)?.lines).toEqual(odd);
  });

  it("follows a document number that goes on beyond its field", () => {
    // Doc 9303-5, 4.2.2.2 note j.
    const long = ["I<UTOD23145890<7349<<<<<<<<<<<", "3407127M9507122UTO<<<<<<<<<<<2", TD1[2]];
    expect(parseMrz(long, { today: "2026-01-01" }).valid).toBe(true);
    expect(read(long, [[0, 17, "A", 1]])?.lines).toEqual(long);
  });

  it("has no answer for lines of no known layout", () => {
    expect(read(["ABC", "DEF"])).toBeUndefined();
  });
});
