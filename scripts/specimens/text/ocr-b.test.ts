import { describe, expect, it } from "vitest";
import { ocrbStrokes } from "./ocr-b";
import { ocrbLine } from "./ocr-b-path";

describe("OCR-B", () => {
  it("has a glyph for each of the 37 characters of a zone, and no other", () => {
    expect(Object.keys(ocrbStrokes).sort().join("")).toBe("0123456789<ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  });

  it("draws no two characters alike", () => {
    expect(new Set(Object.values(ocrbStrokes)).size).toBe(37);
  });

  it("refuses a character that no zone may hold", () => {
    expect(() => ocrbLine("P<UTOé", 0, 0)).toThrow(/OCR-B has no "é"/);
  });
});
