import { describe, expect, it } from "vitest";
import { type LineEvidence, ZONE_ALPHABET, ZONE_CLASSES } from "@/server/vision/models/mrz-ocr-b";
import { alignLine, ZONE_CHARACTERS } from "@/server/vision/pipelines/mrz/align-line";

/** One step a symbol: `_` is nothing, a letter is that letter at probability `p`. */
function evidence(symbols: string, p = 0.97): LineEvidence {
  const logProbs = new Float32Array(symbols.length * ZONE_CLASSES).fill(Math.log((1 - p) / (ZONE_CLASSES - 1)));
  [...symbols].forEach((symbol, step) => {
    const k = symbol === "_" ? 0 : 1 + ZONE_ALPHABET.indexOf(symbol);
    logProbs[step * ZONE_CLASSES + k] = Math.log(p);
  });
  return { steps: symbols.length, logProbs };
}

function text(symbols: string, length: number, marked = { first: 0, last: symbols.length - 1 }): string | undefined {
  const aligned = alignLine(evidence(symbols), length, marked);
  return (
    aligned &&
    Array.from({ length }, (_, at) => {
      const row = aligned.logProbs.subarray(at * ZONE_CHARACTERS, (at + 1) * ZONE_CHARACTERS);
      return ZONE_ALPHABET[row.indexOf(Math.max(...row))];
    }).join("")
  );
}

describe("alignLine", () => {
  it("merges repeated steps of one character and keeps repeated characters apart", () => {
    expect(text("_AA__<<_<_B_", 4)).toBe("A<<B");
  });

  it("finds the characters that a run needs to have the right length", () => {
    // Three fillers of which the middle one was seen as part of its neighbour.
    expect(text("_A_<<<<<_B_", 5)).toMatch(/^A<+B$/);
    expect(text("_A_<<<<<_B_", 5)).toHaveLength(5);
  });

  it("leaves print beyond the marked line unread", () => {
    expect(text("_A_B_C___7_9_", 3, { first: 0, last: 7 })).toBe("ABC");
    expect(text("_7_9___A_B_C_", 3, { first: 6, last: 12 })).toBe("ABC");
  });

  it("places each character at the middle of its steps", () => {
    const aligned = alignLine(evidence("_AAA____B_"), 2, { first: 0, last: 9 });
    expect([...(aligned?.centres ?? [])]).toEqual([2, 8]);
  });

  it("has no answer where there are fewer steps than characters", () => {
    expect(alignLine(evidence("A"), 2, { first: 0, last: 0 })).toBeUndefined();
  });
});
