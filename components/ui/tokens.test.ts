import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Contrast of every pair that the interface uses, computed from tokens.css itself (WCAG 2.2: 1.4.3, 1.4.11). */
const css = readFileSync(new URL("../../app/tokens.css", import.meta.url), "utf8");
type Mode = "light" | "dark";

function declared(token: string): string {
  const match = new RegExp(`--color-${token}:\\s*([^;]+);`).exec(css);
  if (!match) throw new Error(`no token ${token}`);
  return match[1].replace(/\s+/g, " ").trim();
}

function luminance(token: string, mode: Mode, hue: number): number {
  const colours = [
    ...declared(token).matchAll(
      /oklch\(\s*([\d.]+) (calc\(([\d.]+) \* var\(--brand-chroma\)\)|[\d.]+) (var\(--brand-hue\)|[\d.]+)\s*\)/g,
    ),
  ];
  const found = colours[mode === "dark" ? colours.length - 1 : 0];
  if (!found) throw new Error(`cannot read ${token}`);
  const [l, c] = [Number(found[1]), Number(found[3] ?? found[2])];
  const h = ((found[4].startsWith("var") ? hue : Number(found[4])) * Math.PI) / 180;
  return relativeLuminance(l, c * Math.cos(h), c * Math.sin(h));
}

/** OKLab to linear sRGB (Ottosson 2020), clipped to the gamut as a browser at worst does. */
function relativeLuminance(l: number, a: number, b: number): number {
  const [p, q, r] = [
    (l + 0.3963377774 * a + 0.2158037573 * b) ** 3,
    (l - 0.1055613458 * a - 0.0638541728 * b) ** 3,
    (l - 0.0894841775 * a - 1.291485548 * b) ** 3,
  ];
  const clip = (v: number) => Math.min(1, Math.max(0, v));
  return (
    0.2126 * clip(4.0767416621 * p - 3.3077115913 * q + 0.2309699292 * r) +
    0.7152 * clip(-1.2684380046 * p + 2.6097574011 * q - 0.3413193965 * r) +
    0.0722 * clip(-0.0041960863 * p - 0.7034186147 * q + 1.707614701 * r)
  );
}

function contrast(front: string, back: string, mode: Mode, hue = 265): number {
  const [x, y] = [luminance(front, mode, hue), luminance(back, mode, hue)].sort((p, q) => q - p);
  return (x + 0.05) / (y + 0.05);
}

const GROUNDS = ["sunken", "canvas", "surface", "raised"];
const MODES: Mode[] = ["light", "dark"];
const HUES = Array.from({ length: 36 }, (_, i) => i * 10);

describe.each(MODES)("in the %s theme", (mode) => {
  it.each(["ink", "muted", "faint", "accent-text", "positive-text", "caution-text", "negative-text"])(
    "text in %s is at least 4.5 to 1 on every ground",
    (text) => {
      for (const ground of GROUNDS) expect(contrast(text, ground, mode), ground).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(["positive", "caution", "negative", "accent"])("text and soft ground of %s are at least 4.5 to 1", (tone) => {
    expect(contrast(`${tone}-text`, `${tone}-soft`, mode)).toBeGreaterThanOrEqual(4.5);
    expect(contrast("ink", `${tone}-soft`, mode)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["edge", "focus", "positive", "caution", "negative"])(
    "a mark in %s is at least 3 to 1 on every ground",
    (mark) => {
      for (const ground of GROUNDS) expect(contrast(mark, ground, mode), ground).toBeGreaterThanOrEqual(3);
    },
  );

  it("a tenant's accent keeps its contrast at every hue", () => {
    for (const hue of HUES) {
      expect(contrast("on-accent", "accent", mode, hue), `button ${hue}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast("on-accent", "accent-strong", mode, hue), `hover ${hue}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast("accent-text", "accent-soft", mode, hue), `soft ${hue}`).toBeGreaterThanOrEqual(4.5);
      for (const ground of GROUNDS) {
        expect(contrast("accent-text", ground, mode, hue), `text ${hue} ${ground}`).toBeGreaterThanOrEqual(4.5);
        expect(contrast("focus", ground, mode, hue), `focus ${hue} ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});
