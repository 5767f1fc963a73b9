import { ramp } from "@/server/vision/ops/ramp";
import type { ForgerySign, SeenSign } from "@/server/vision/pipelines/document/forgery/types";
import { type ZoneGlyph, zoneGlyphs } from "@/server/vision/pipelines/document/zone-glyphs";
import type { Quad } from "@/server/vision/types";

/** Characters of one kind that a line must show before one of them can be called unlike the rest. */
const ENOUGH = 6;
/**
 * Columns on each side with which a character is compared: far enough for two digits set anew, near enough for a bent
 * page.
 */
const NEIGHBOURS = 7;
const NEAR_MIN = 4;
/** `1` and `J` stand left of the middle of their cells (ECMA-11). */
const SHIFTED: Readonly<Record<string, number>> = { "1": -0.1, J: -0.08 };

interface Odd {
  readonly strength: number;
  readonly glyph: ZoneGlyph;
  readonly line: number;
  readonly what: string;
}

/**
 * One hand, one machine: in a zone printed at once every character stands on one line, is as tall as its kind and keeps
 * the pitch (OCR-B is of one width). One that was set later seldom does.
 */
export const unevenZone: ForgerySign = {
  id: "uneven_zone",
  measure: ({ plane, zone }) => {
    if (!zone) return undefined;
    const lines = zone.quads.map((quad, k) => zoneGlyphs(plane, quad, zone.lines[k] ?? ""));
    const odd = lines.flatMap((glyphs, line) => oddOnes(glyphs, line));
    if (lines.every((glyphs) => glyphs.length < ENOUGH)) return undefined;
    const worst = odd.sort((a, b) => b.strength - a.strength)[0];
    return worst ? seen(worst, zone.quads[worst.line], zone.lines[worst.line].length) : { strength: 0 };
  },
};

function seen({ strength, glyph, what }: Odd, quad: Quad, columns: number): SeenSign {
  const note = `The ${glyph.character} at place ${glyph.column + 1} of its line ${what} than its neighbours.`;
  return { strength, quad: cell(quad, glyph.column / columns, (glyph.column + 1) / columns), note };
}

function oddOnes(glyphs: readonly ZoneGlyph[], line: number): Odd[] {
  const digits = glyphs.filter(({ character }) => /\d/.test(character));
  const letters = glyphs.filter(({ character }) => /[A-Z]/.test(character) && character !== "Q");
  const upright = (one: ZoneGlyph) => one.centre - (SHIFTED[one.character] ?? 0);
  return [
    ...[digits, letters].flatMap((kind) => [
      ...unlike(kind, line, (one) => one.top, "has another height"),
      ...unlike(kind, line, (one) => one.bottom, "stands on another line"),
    ]),
    ...unlike(glyphs, line, upright, "is set closer on one side"),
  ];
}

/**
 * Deviations from the neighbours' median after the line's own slope is taken off, in capital heights, against the
 * spread of all.
 */
function unlike(glyphs: readonly ZoneGlyph[], line: number, value: (one: ZoneGlyph) => number, what: string): Odd[] {
  if (glyphs.length < ENOUGH) return [];
  const slope = slopeOf(glyphs, value);
  const level = (one: ZoneGlyph) => value(one) - slope * one.column;
  const off = glyphs.map((one) => {
    const near = glyphs.filter((other) => other !== one && Math.abs(other.column - one.column) <= NEIGHBOURS);
    // One that stands alone among filler has nothing beside it to be unlike.
    return near.length < NEAR_MIN ? 0 : Math.abs(level(one) - median(near.map(level)));
  });
  const usual = Math.max(0.015, median(off));
  return glyphs.map((glyph, i) => ({
    strength: Math.min(ramp(off[i], 0.06, 0.16), ramp(off[i] / usual, 4, 9)),
    glyph,
    line,
    what,
  }));
}

/**
 * The middle one of the slopes between characters half a line apart (Theil 1950), so that one odd character does not
 * bend it.
 */
function slopeOf(glyphs: readonly ZoneGlyph[], value: (one: ZoneGlyph) => number): number {
  const half = glyphs.length >> 1;
  const slopes = glyphs.slice(half).map((one, i) => {
    const other = glyphs[i];
    return (value(one) - value(other)) / (one.column - other.column);
  });
  return median(slopes);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

function cell([a, b, c, d]: Quad, from: number, to: number): Quad {
  const between = (p: Quad[number], q: Quad[number], t: number) => ({
    x: p.x + (q.x - p.x) * t,
    y: p.y + (q.y - p.y) * t,
  });
  return [between(a, b, from), between(a, b, to), between(d, c, to), between(d, c, from)];
}
