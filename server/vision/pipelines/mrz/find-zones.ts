/**
 * Where a machine-readable zone may be: two or three long parallel rows of text with common ends, close together.
 * The detector breaks rows inside runs of filler, so rows are put together again from pieces on one line.
 */

import type { TextStrip } from "@/server/vision/pipelines/text/find-strips";

/** One row in the frame of the strips: from `u0` to `u1` along the zone's direction, at `v` across it. */
export interface ZoneRow {
  readonly u0: number;
  readonly u1: number;
  readonly v: number;
  /** Slope of this row against the zone's direction, v per u. */
  readonly slope: number;
  readonly breadth: number;
  /** Share of the row that the detector marked, 0–1. */
  readonly coverage: number;
  /** The longest piece that the detector marked. */
  readonly strip: TextStrip;
}

/** Rows from top to bottom for a reader whose text runs along `angle` (radians); `score` orders candidates. */
export interface ZoneCandidate {
  readonly angle: number;
  readonly rows: readonly ZoneRow[];
  readonly score: number;
}

interface Piece {
  readonly u0: number;
  readonly u1: number;
  readonly v: number;
  readonly breadth: number;
  readonly strip: TextStrip;
}

const LONG = 6;
/** One row of a zone may be seen in part only. */
const SHORT = 4;
const ANGLE_MAX = 0.07;
const CANDIDATES_MAX = 10;
const SEEDS_MAX = 24;
const PER_SEED_MAX = 3;

/** Candidates, the likeliest first. Coordinates: u = x·cos + y·sin, v = y·cos − x·sin of `angle`. */
export function findZones(strips: readonly TextStrip[]): ZoneCandidate[] {
  const seeds = strips.filter((s) => s.length >= LONG * s.breadth).sort((a, b) => b.length - a.length);
  const found: ZoneCandidate[] = [];
  const firsts: ZoneCandidate[] = [];
  for (const seed of seeds.slice(0, SEEDS_MAX)) {
    const rows = rowsAlong(seed, strips);
    const best = stacks(rows, seed).sort((a, b) => b.score - a.score);
    const fresh = best.slice(0, PER_SEED_MAX).filter((one) => !found.some((known) => sameZone(known, one)));
    found.push(...fresh);
    firsts.push(...fresh.slice(0, 1));
  }
  found.sort((a, b) => b.score - a.score);
  // The longest lines have a say besides the best scores: a page full of text outnumbers a zone that stands alone.
  return [...new Set([...found.slice(0, CANDIDATES_MAX), ...firsts.slice(0, CANDIDATES_MAX)])];
}

/** All text of about the seed's size and direction, as rows in its frame. */
function rowsAlong(seed: TextStrip, strips: readonly TextStrip[]): ZoneRow[] {
  const [cos, sin] = [Math.cos(seed.angle), Math.sin(seed.angle)];
  const pieces: Piece[] = [];
  for (const strip of strips) {
    const ratio = strip.breadth / seed.breadth;
    if (ratio < 0.55 || ratio > 1.75) continue;
    const long = strip.length > 3 * strip.breadth;
    if (long && Math.abs(turn(strip.angle - seed.angle)) > ANGLE_MAX) continue;
    const u = strip.cx * cos + strip.cy * sin;
    const half = (long ? strip.length : extentAlong(strip, seed.angle)) / 2;
    pieces.push({ u0: u - half, u1: u + half, v: strip.cy * cos - strip.cx * sin, breadth: strip.breadth, strip });
  }
  pieces.sort((a, b) => b.u1 - b.u0 - (a.u1 - a.u0));
  const rows: Piece[][] = [];
  for (const piece of pieces) {
    const home = rows.find((row) => row.every((other) => continues(other, piece, seed)));
    if (home) home.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => merge(row, seed.angle)).sort((a, b) => a.v - b.v);
}

function extentAlong(strip: TextStrip, angle: number): number {
  const turned = strip.angle - angle;
  return Math.abs(strip.length * Math.cos(turned)) + Math.abs(strip.breadth * Math.sin(turned));
}

function turn(angle: number): number {
  return angle - Math.PI * Math.round(angle / Math.PI);
}

/** Whether two pieces lie on one line: no overlap along, same height across once the longer one's slope is followed. */
function continues(a: Piece, b: Piece, seed: TextStrip): boolean {
  const overlap = Math.min(a.u1, b.u1) - Math.max(a.u0, b.u0);
  if (overlap > seed.breadth) return false;
  const slope = Math.tan(turn(a.strip.angle - seed.angle));
  const between = (b.u0 + b.u1 - a.u0 - a.u1) / 2;
  const reliable = a.u1 - a.u0 > LONG * a.breadth ? slope : 0;
  return Math.abs(b.v - a.v - reliable * between) < 0.4 * Math.max(a.breadth, b.breadth);
}

function merge(row: readonly Piece[], angle: number): ZoneRow {
  const [longest] = row;
  const u0 = Math.min(...row.map((p) => p.u0));
  const u1 = Math.max(...row.map((p) => p.u1));
  const own = longest.u1 - longest.u0;
  let slope = own > LONG * longest.breadth ? Math.tan(turn(longest.strip.angle - angle)) : 0;
  const far = row.find((p) => p !== longest && p.u1 - p.u0 > 2 * p.breadth);
  if (far) {
    const across = (far.v - longest.v) / ((far.u0 + far.u1 - longest.u0 - longest.u1) / 2);
    slope = (slope * own + across * (u1 - u0 - own)) / (u1 - u0);
  }
  const middle = (longest.u0 + longest.u1) / 2;
  const v = longest.v + slope * ((u0 + u1) / 2 - middle);
  const marked = row.reduce((sum, p) => sum + p.u1 - p.u0, 0);
  return {
    u0,
    u1,
    v,
    slope,
    breadth: longest.breadth,
    coverage: Math.min(1, marked / (u1 - u0)),
    strip: longest.strip,
  };
}

/** Two or three neighbouring rows with common ends, the seed's among them. A pair is kept beside a triple: page text may stand above. */
function stacks(rows: readonly ZoneRow[], seed: TextStrip): ZoneCandidate[] {
  const long = rows.filter((row) => row.u1 - row.u0 > SHORT * row.breadth);
  const found: ZoneCandidate[] = [];
  const offer = (stack: readonly ZoneRow[]) => {
    if (stack.some(({ strip }) => strip === seed)) found.push(candidateOf(stack, seed.angle));
  };
  for (let i = 0; i < long.length; i++) {
    for (let j = i + 1; j < long.length; j++) {
      if (!neighbours(long[i], long[j])) continue;
      const gap = long[j].v - long[i].v;
      const third = long.find(
        (row, k) => k > j && neighbours(long[j], row) && Math.abs(row.v - long[j].v - gap) < 0.25 * gap,
      );
      offer([long[i], long[j]]);
      if (third) offer([long[i], long[j], third]);
    }
  }
  return found;
}

/** Close together, and starting or ending together: the detector may have seen only one end of a row. */
function neighbours(a: ZoneRow, b: ZoneRow): boolean {
  const gap = b.v - a.v;
  const breadth = (a.breadth + b.breadth) / 2;
  if (gap < 0.75 * breadth || gap > 3.6 * breadth) return false;
  const common = Math.min(a.u1, b.u1) - Math.max(a.u0, b.u0);
  if (common < 0.6 * Math.min(a.u1 - a.u0, b.u1 - b.u0)) return false;
  return Math.min(Math.abs(a.u0 - b.u0), Math.abs(a.u1 - b.u1)) < 2.5 * breadth;
}

/** Long for their height, equally long, equally high, marked throughout: what rows of page text seldom are. */
function candidateOf(rows: readonly ZoneRow[], angle: number): ZoneCandidate {
  const lengths = rows.map((row) => row.u1 - row.u0);
  const breadths = rows.map((row) => row.breadth);
  const union = Math.max(...rows.map((r) => r.u1)) - Math.min(...rows.map((r) => r.u0));
  const even = Math.min(...lengths) / union;
  const level = Math.min(...breadths) / Math.max(...breadths);
  const slender = Math.min(1.6, union / (Math.max(...breadths) * 20));
  const marked = Math.max(...rows.map((row) => row.coverage));
  const score = slender * (0.5 + 0.5 * even) * (0.5 + 0.5 * level) * (0.3 + 0.7 * marked);
  return { angle, rows, score: score * (rows.length === 3 ? 1.05 : 1) };
}

function sameZone(a: ZoneCandidate, b: ZoneCandidate): boolean {
  if (a.rows.length !== b.rows.length || Math.abs(turn(a.angle - b.angle)) > ANGLE_MAX) return false;
  return a.rows.every(
    (row, k) => Math.abs(row.v - b.rows[k].v) < row.breadth && Math.abs(row.u0 - b.rows[k].u0) < row.breadth * 3,
  );
}
