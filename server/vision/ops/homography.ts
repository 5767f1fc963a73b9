import { solveLinear } from "@/server/vision/ops/solve-linear";
import type { Homography, Point } from "@/server/vision/types";

type Nine = Homography["m"];

/**
 * The homography that brings `from` onto `to` in the least-squares sense (four or more pairs, both sides normalised
 * first). Undefined where the points do not determine one (three on a line, repeated points).
 */
export function homography<F extends string, T extends string>(
  from: readonly Point<F>[],
  to: readonly Point<T>[],
): Homography<F, T> | undefined {
  if (from.length !== to.length || from.length < 4) return undefined;
  const p = normaliser(from);
  const q = normaliser(to);
  if (!p || !q) return undefined;
  const a = new Float64Array(64);
  const b = new Float64Array(8);
  for (let i = 0; i < from.length; i++) {
    const x = (from[i].x - p.cx) * p.s;
    const y = (from[i].y - p.cy) * p.s;
    const u = (to[i].x - q.cx) * q.s;
    const v = (to[i].y - q.cy) * q.s;
    accumulate(a, b, [x, y, 1, 0, 0, 0, -u * x, -u * y], u);
    accumulate(a, b, [0, 0, 0, x, y, 1, -v * x, -v * y], v);
  }
  const h = solveLinear(a, b, 1e-10);
  if (!h) return undefined;
  const core: Nine = [h[0], h[1], h[2], h[3], h[4], h[5], h[6], h[7], 1];
  const before: Nine = [p.s, 0, -p.cx * p.s, 0, p.s, -p.cy * p.s, 0, 0, 1];
  const after: Nine = [1 / q.s, 0, q.cx, 0, 1 / q.s, q.cy, 0, 0, 1];
  return { m: multiply(after, multiply(core, before)) };
}

/** A point moved from one frame to the other. */
export function applyHomography<F extends string, T extends string>(
  map: Homography<F, T>,
  point: Point<NoInfer<F>>,
): Point<T> {
  const m = map.m;
  const w = m[6] * point.x + m[7] * point.y + m[8];
  return { x: (m[0] * point.x + m[1] * point.y + m[2]) / w, y: (m[3] * point.x + m[4] * point.y + m[5]) / w };
}

/** The way back. Throws `RangeError` when there is none. */
export function invertHomography<F extends string, T extends string>(map: Homography<F, T>): Homography<T, F> {
  const [a, b, c, d, e, f, g, h, i] = map.m;
  const det = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  if (!(Math.abs(det) > 1e-18)) throw new RangeError("the homography cannot be inverted");
  const adjugate = [e * i - f * h, c * h - b * i, b * f - c * e, f * g - d * i, a * i - c * g, c * d - a * f];
  adjugate.push(d * h - e * g, b * g - a * h, a * e - b * d);
  return { m: adjugate.map((v) => v / det) as unknown as Nine };
}

function multiply(p: Nine, q: Nine): Nine {
  const r = new Array<number>(9).fill(0);
  for (let i = 0; i < 9; i++) for (let k = 0; k < 3; k++) r[i] += p[Math.floor(i / 3) * 3 + k] * q[k * 3 + (i % 3)];
  return r as unknown as Nine;
}

function accumulate(a: Float64Array, b: Float64Array, row: readonly number[], value: number): void {
  for (let i = 0; i < 8; i++) {
    for (let j = 0; j < 8; j++) a[i * 8 + j] += row[i] * row[j];
    b[i] += row[i] * value;
  }
}

function normaliser(points: readonly Point[]): { cx: number; cy: number; s: number } | undefined {
  const cx = points.reduce((s, p) => s + p.x, 0) / points.length;
  const cy = points.reduce((s, p) => s + p.y, 0) / points.length;
  const spread = points.reduce((s, p) => s + Math.hypot(p.x - cx, p.y - cy), 0) / points.length;
  return spread > 0 ? { cx, cy, s: Math.SQRT2 / spread } : undefined;
}
