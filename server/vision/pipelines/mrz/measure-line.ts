/** The height and course of one zone line, measured on its own ink. */

import { homography } from "@/server/vision/ops/homography";
import { warpPerspective } from "@/server/vision/ops/warp-perspective";
import type { GrayLevels } from "@/server/vision/pipelines/mrz/gray-levels";
import type { Plane, Point, Quad } from "@/server/vision/types";

/** Middle of the letters at both ends, and the height of a capital there, in source pixels. */
export interface ZoneLine {
  readonly start: Point<"source">;
  readonly end: Point<"source">;
  readonly startHeight: number;
  readonly endHeight: number;
}

const ROWS = 48;
/** Rows of the probe that a capital should fill: the probe shows three line heights. */
const CAP_ROWS = 14;
const PARTS = 4;

/** Corners of a band around the line, `factor` capital heights high, `before` and `after` pixels longer at its ends. */
export function bandOf(line: ZoneLine, factor: number, before = 0, after = 0): Quad<"source"> {
  const dx = line.end.x - line.start.x;
  const dy = line.end.y - line.start.y;
  const length = Math.hypot(dx, dy);
  const [ux, uy] = [dx / length, dy / length];
  const taper = (line.endHeight - line.startHeight) / length;
  const a = Math.max(1, line.startHeight - taper * before) * factor * 0.5;
  const b = Math.max(1, line.endHeight + taper * after) * factor * 0.5;
  const [sx, sy] = [line.start.x - ux * before, line.start.y - uy * before];
  const [ex, ey] = [line.end.x + ux * after, line.end.y + uy * after];
  return [
    { x: sx + uy * a, y: sy - ux * a },
    { x: ex + uy * b, y: ey - ux * b },
    { x: ex - uy * b, y: ey + ux * b },
    { x: sx - uy * a, y: sy + ux * a },
  ];
}

/** The band of the picture inside `quad`, upright, `width` × `rows`; what lies outside repeats the edge. */
export function cutBand(gray: GrayLevels, quad: Quad<"source">, width: number, rows: number): Plane | undefined {
  const corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: rows },
    { x: 0, y: rows },
  ];
  const shrink = Math.hypot(quad[3].x - quad[0].x, quad[3].y - quad[0].y) / rows;
  const level = Math.min(gray.count - 1, Math.max(0, Math.floor(Math.log2(shrink) + 0.3)));
  const scale = 2 ** -level;
  const map = homography(
    quad.map(({ x, y }) => ({ x: x * scale, y: y * scale })),
    corners,
  );
  return map && warpPerspective(gray.at(level), map, width, rows, { fill: "edge" });
}

/** The same line with its middle and height measured; as given where the ink shows no clear band. */
export function measureLine(gray: GrayLevels, line: ZoneLine): ZoneLine {
  const factor = ROWS / CAP_ROWS;
  const length = Math.hypot(line.end.x - line.start.x, line.end.y - line.start.y);
  const height = (line.startHeight + line.endHeight) / 2;
  const width = Math.max(PARTS * 8, Math.min(1200, Math.round((length * CAP_ROWS) / height)));
  const probe = cutBand(gray, bandOf(line, factor), width, ROWS);
  if (!probe) return line;
  const bands = Array.from({ length: PARTS }, (_, k) => inkBand(probe, (k * width) / PARTS, ((k + 1) * width) / PARTS));
  const whole = inkBand(probe, 0, width);
  const seen = bands.map((band, k) => ({ band, at: (k + 0.5) / PARTS })).filter(({ band }) => band !== undefined);
  if (!whole || seen.length < 2) return line;
  const middle = fit(seen.map(({ band, at }) => ({ at, value: (band!.top + band!.bottom) / 2 })));
  const tall = Math.max(whole.bottom - whole.top, ...seen.map(({ band }) => band!.bottom - band!.top));
  return moved(line, length, middle, Math.min(1.4, Math.max(0.6, tall / CAP_ROWS)));
}

function moved(line: ZoneLine, length: number, middle: { at0: number; at1: number }, grow: number): ZoneLine {
  const ux = (line.end.x - line.start.x) / length;
  const uy = (line.end.y - line.start.y) / length;
  const down0 = ((middle.at0 - ROWS / 2) * line.startHeight) / CAP_ROWS;
  const down1 = ((middle.at1 - ROWS / 2) * line.endHeight) / CAP_ROWS;
  return {
    start: { x: line.start.x - uy * down0, y: line.start.y + ux * down0 },
    end: { x: line.end.x - uy * down1, y: line.end.y + ux * down1 },
    startHeight: line.startHeight * grow,
    endHeight: line.endHeight * grow,
  };
}

/** Rows between which strokes stand, around the middle of the probe: where the sum of horizontal steps is high. */
function inkBand({ data, width }: Plane, from: number, to: number): { top: number; bottom: number } | undefined {
  const energy = new Float32Array(ROWS);
  const [x0, x1] = [Math.floor(from), Math.floor(to) - 1];
  for (let y = 0; y < ROWS; y++) {
    for (let x = x0; x < x1; x++) energy[y] += Math.abs(data[y * width + x + 1] - data[y * width + x]);
  }
  let peak = ROWS / 2 - 6;
  for (let y = peak; y <= ROWS / 2 + 6; y++) if (energy[y] > energy[peak]) peak = y;
  const floor = Math.min(...energy.subarray(4, ROWS - 4));
  const level = floor + 0.4 * (energy[peak] - floor);
  if (energy[peak] < 1.3 * floor) return undefined;
  let [top, bottom] = [peak, peak];
  while (top > 0 && energy[top - 1] > level) top--;
  while (bottom < ROWS - 1 && energy[bottom + 1] > level) bottom++;
  const tall = bottom + 1 - top;
  return tall > ROWS * 0.6 || tall < 4 ? undefined : { top, bottom: bottom + 1 };
}

/** Least-squares line through the parts, given at both ends; one stray part is left out. */
function fit(points: readonly { at: number; value: number }[]): { at0: number; at1: number } {
  const sorted = points.map((p) => p.value).sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1];
  const kept = points.filter((p) => Math.abs(p.value - median) < 5);
  const n = kept.length;
  const at = kept.reduce((s, p) => s + p.at, 0) / n;
  const value = kept.reduce((s, p) => s + p.value, 0) / n;
  const spread = kept.reduce((s, p) => s + (p.at - at) ** 2, 0);
  const slope = spread > 0 ? kept.reduce((s, p) => s + (p.at - at) * (p.value - value), 0) / spread : 0;
  return { at0: value - slope * at, at1: value + slope * (1 - at) };
}
