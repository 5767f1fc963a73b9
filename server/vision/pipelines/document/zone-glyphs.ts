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
const ROWS = CAPITAL_ROWS * QUAD_HEIGHT + 2 * MARGIN;
/** Smaller capitals, pixels of the picture, cannot be measured to a tenth. */
const CAPITAL_MIN = 11;
/** Of the strokes' darkness: where a stroke begins. */
const EDGE = 0.5;

/** Every letter and digit of one line whose edges can be seen. Empty where the print is too small. */
export function zoneGlyphs(plane: Plane, quad: Quad, text: string): ZoneGlyph[] {
  const [a, b, , d] = quad;
  if (Math.hypot(d.x - a.x, d.y - a.y) / QUAD_HEIGHT < CAPITAL_MIN || b.x === a.x) return [];
  const width = (text.length + 1) * CELL;
  const map = homography(quad, [
    { x: CELL / 2, y: MARGIN },
    { x: width - CELL / 2, y: MARGIN },
    { x: width - CELL / 2, y: ROWS - MARGIN },
    { x: CELL / 2, y: ROWS - MARGIN },
  ]);
  if (!map) return [];
  const strip = warpPerspective(plane, map, width, ROWS, { fill: "edge" });
  return [...text].flatMap((character, column) => (character === "<" ? [] : (measure(strip, character, column) ?? [])));
}

function measure(strip: Plane, character: string, column: number): ZoneGlyph | undefined {
  const left = column * CELL + CELL / 2 - 2;
  const across = CELL + 4;
  const rows = new Float32Array(ROWS).fill(255);
  const columns = new Float32Array(across).fill(255);
  const values: number[] = [];
  for (let y = 0; y < ROWS; y++) {
    for (let x = 0; x < across; x++) {
      const v = strip.data[y * strip.width + left + x];
      values.push(v);
      // The neighbours' edges are not this one's height.
      if (x >= 3 && x < across - 3) rows[y] = Math.min(rows[y], v);
      if (y >= 2 * MARGIN && y < ROWS - 2 * MARGIN) columns[x] = Math.min(columns[x], v);
    }
  }
  values.sort((p, q) => p - q);
  const paper = values[Math.floor(values.length * 0.8)];
  const ink = paper - values[Math.floor(values.length * 0.06)];
  if (ink < 40) return undefined;
  const limit = paper - EDGE * ink;
  const [top, bottom] = extent(rows, limit);
  const [from, to] = extent(columns, limit);
  // What runs out of the band or into its neighbours cannot be told from them.
  if (top < 1 || bottom > ROWS - 1 || from < 0.5 || to > across - 0.5 || bottom - top < CAPITAL_ROWS * 0.6)
    return undefined;
  const place = (v: number) => v / CAPITAL_ROWS;
  return {
    character,
    column,
    top: place(top),
    bottom: place(bottom),
    centre: place((from + to) / 2 - across / 2),
    ink,
  };
}

/** Where a profile first and last falls below a level, between samples. */
function extent(profile: Float32Array, level: number): [first: number, last: number] {
  const middle = profile.length >> 1;
  let [i, j] = [0, profile.length - 1];
  while (i < middle && profile[i] >= level) i++;
  while (j > middle && profile[j] >= level) j--;
  const between = (outer: number, inner: number) => (outer - level) / Math.max(1e-6, outer - inner);
  const first = i === 0 ? 0 : i - 1 + between(profile[i - 1], profile[i]) + 0.5;
  const last = j === profile.length - 1 ? profile.length : j + 1.5 - between(profile[j + 1], profile[j]);
  return [first, last];
}
