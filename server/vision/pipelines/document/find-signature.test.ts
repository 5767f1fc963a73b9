import { describe, expect, it } from "vitest";
import type { PageLine } from "@/server/vision/pipelines/text/read-page";
import { findSignature } from "./find-signature";

const line = (text: string, x: number, y: number, width: number, height = 30): PageLine => ({
  text,
  confidence: 0.9,
  quad: [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ],
});
const inside = (box: ReturnType<typeof findSignature>, [x, y]: [number, number]) =>
  box !== undefined && x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;

describe("the holder's signature", () => {
  const label = line("Signature du titulaire / Holder's signature", 300, 400, 420, 36);
  const date = line("20/07/2035", 300, 350, 220, 46);

  it("is the writing next to the word for it, and not the date above", () => {
    const found = findSignature([date, label, line("Omar Benhaddou", 310, 445, 340, 57)], undefined);
    expect(inside(found, [480, 470])).toBe(true);
    expect(inside(found, [400, 372])).toBe(false);
  });

  it("is found right of the licence's number 7", () => {
    const found = findSignature([line("7.", 100, 500, 30), line("Aya Kouassi", 150, 492, 260, 44)], undefined);
    expect(inside(found, [280, 514])).toBe(true);
  });

  it("is looked for below the portrait where no word for it is legible", () => {
    const portrait = { x: 40, y: 100, width: 230, height: 300 };
    expect(inside(findSignature([line("Mm W", 60, 430, 180, 50)], portrait), [150, 455])).toBe(true);
  });

  it("is not made up where nothing is written there", () => {
    expect(findSignature([date, label], { x: 40, y: 100, width: 230, height: 300 })).toBeUndefined();
    expect(findSignature([], undefined)).toBeUndefined();
  });
});
