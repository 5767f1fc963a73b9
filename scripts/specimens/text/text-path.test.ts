import { describe, expect, it } from "vitest";
import { textPath, textWidth } from "./text-path";

describe("text as paths", () => {
  it("needs no font of the system: the answer is one path", () => {
    const svg = textPath("Nowak-Wiśniewska Ærø ΑΒΓ Жук", 0, 0, { size: 3 });
    expect(svg).toMatch(/^<path d="M[^"]+" fill="#1b1a1c"\/>$/);
  });

  it("sets longer text wider, and narrower again where room is short", () => {
    expect(textWidth("SURNAME", { size: 3 })).toBeGreaterThan(textWidth("NAME", { size: 3 }));
    const last = (svg: string) => Math.max(...[...svg.matchAll(/[ML](-?[\d.]+) /g)].map((m) => Number(m[1])));
    expect(last(textPath("A VERY LONG SURNAME", 0, 0, { size: 3, maxWidth: 10 }))).toBeLessThanOrEqual(10);
  });

  it("refuses a character that it would have to draw as an empty box", () => {
    expect(() => textPath("漢", 0, 0, { size: 3 })).toThrow(/no sans font/);
  });
});
