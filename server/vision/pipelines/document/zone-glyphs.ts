import { homography } from "@/server/vision/ops/homography";
import { warpPerspective } from "@/server/vision/ops/warp-perspective";
import type { Plane, Quad } from "@/server/vision/types";

/** Where the ink of one character of a zone stands, in capital heights, and how dark it is. */
export interface ZoneGlyph {
  readonly character: string;
  readonly column: number;
  readonly top: number;
  readonly bottom: number;
  /** Middle of its width, from the middle of its cell. */
  readonly centre: number;
  /** Darkness of its strokes against the paper around them, grey values. */
  readonly ink: number;
}

const CELL = 16;
/** The reader's quads are this many capital heights tall; what was set askew may stand beyond them. */
const QUAD_HEIGHT = 1.4;
const CAPITAL_ROWS = 20;
const MARGIN = 5;
/** Pixels of the neighbouring cells that are looked at: a zone's ends are known to a few of them only. */
const BESIDE = 6;
const ACROSS = CELL + 2 * BESIDE;
const ROWS = CAPITAL_ROWS * QUAD_HEIGHT + 2 * MARGIN;
/** Smaller capitals, pixels of the picture, cannot be measured to a tenth. */
const CAPITAL_MIN = 11;
/** Of the strokes' darkness: where a stroke begins. */
const EDGE = 0.5;

/** Every letter and digit of one line whose edges can be seen. Empty where the print is too small. */
export function zoneGlyphs(plane: Plane, quad: Quad, text: string): ZoneGlyph[] {
  const [a, b, , d] = quad;
  if (Math.hypot(d.x - a.x, d.y - a.y) / QUAD_HEIGHT < CAPITAL_MIN || b.x === a.x) return [];
  const width = (text.length + 2) * CELL;
  const map = homography(quad, [
    { x: CELL, y: MARGIN },
    { x: width - CELL, y: MARGIN },
    { x: width - CELL, y: ROWS - MARGIN },
    { x: CELL, y: ROWS - MARGIN },
  ]);
  if (!map) return [];
  const strip = warpPerspective(plane, map, width, ROWS, { fill: "edge" });
  return [...text].flatMap((character, column) => (character === "<" ? [] : (measure(strip, character, column) ?? [])));
}

function measure(strip: Plane, character: string, column: number): ZoneGlyph | undefined {
  const left = (column + 1) * CELL - BESIDE;
  const at = (x: number, y: number) => strip.data[y * strip.width + left + x];
  const columns = new Float32Array(ACROSS).fill(255);
  const values: number[] = [];
  for (let y = 0; y < ROWS; y++) {
    for (let x = 0; x < ACROSS; x++) {
      values.push(at(x, y));
      if (y >= MARGIN && y < ROWS - MARGIN) columns[x] = Math.min(columns[x], at(x, y));
    }
  }
  values.sort((p, q) => p - q);
  const paper = values[Math.floor(values.length * 0.8)];
  const ink = paper - values[Math.floor(values.length * 0.06)];
  if (ink < 40) return undefined;
  const limit = paper - EDGE * ink;
  const [from, to] = reach(columns, limit);
  // What runs into its neighbours cannot be told from them.
  if (from < 0.5 || to > ACROSS - 0.5) return undefined;
  const rows = new Float32Array(ROWS).fill(255);
  for (let y = 0; y < ROWS; y++) {
    for (let x = Math.floor(from); x < to; x++) rows[y] = Math.min(rows[y], at(x, y));
  }
  const [top, bottom] = extent(rows, limit);
  if (top < 1 || bottom > ROWS - 1 || bottom - top < CAPITAL_ROWS * 0.6) return undefined;
  const centre = (from + to) / 2 - ACROSS / 2;
  return {
    character,
    column,
    top: top / CAPITAL_ROWS,
    bottom: bottom / CAPITAL_ROWS,
    centre: centre / CAPITAL_ROWS,
    ink,
  };
}

/** Pixels without ink that part neighbours; within a character fewer may be pale. */
const GAP = 3;

/** How far ink reaches across from the darkest place of the middle, up to the gaps on both sides. */
function reach(profile: Float32Array, level: number): [first: number, last: number] {
  const n = profile.length;
  let darkest = n >> 1;
  for (let i = Math.floor(n * 0.35); i < n * 0.65; i++) if (profile[i] < profile[darkest]) darkest = i;
  let [from, to] = [darkest, darkest];
  for (let i = darkest; i >= 0 && from - i < GAP; i--) if (profile[i] < level) from = i;
  for (let i = darkest; i < n && i - to < GAP; i++) if (profile[i] < level) to = i;
  return edges(profile, level, from, to);
}

/** Where ink first and last stands from top to bottom. */
function extent(profile: Float32Array, level: number): [first: number, last: number] {
  const middle = profile.length >> 1;
  let [from, to] = [0, profile.length - 1];
  while (from < middle && profile[from] >= level) from++;
  while (to > middle && profile[to] >= level) to--;
  return edges(profile, level, from, to);
}

/** The two places between samples at which a profile passes the level. */
function edges(profile: Float32Array, level: number, from: number, to: number): [first: number, last: number] {
  const n = profile.length;
  const between = (outer: number, inner: number) => (outer - level) / Math.max(1e-6, outer - inner);
  const first = from === 0 ? 0 : from - 1 + between(profile[from - 1], profile[from]) + 0.5;
  const last = to === n - 1 ? n : to + 1.5 - between(profile[to + 1], profile[to]);
  return [first, last];
}
