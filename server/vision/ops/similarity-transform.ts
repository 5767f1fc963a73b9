import type { Affine, Point } from "@/server/vision/types";

/**
 * The rotation, scale and shift (no reflection) that brings `from` onto `to` with least squared error: Umeyama 1991, in
 * the plane in closed form. Undefined where the points coincide or fewer than two are given.
 */
export function similarityTransform<F extends string, T extends string>(
  from: readonly Point<F>[],
  to: readonly Point<T>[],
): Affine<F, T> | undefined {
  const n = from.length;
  if (n < 2 || to.length !== n) return undefined;
  let fx = 0;
  let fy = 0;
  let tx = 0;
  let ty = 0;
  for (let i = 0; i < n; i++) {
    fx += from[i].x / n;
    fy += from[i].y / n;
    tx += to[i].x / n;
    ty += to[i].y / n;
  }
  let variance = 0;
  let along = 0;
  let across = 0;
  for (let i = 0; i < n; i++) {
    const x = from[i].x - fx;
    const y = from[i].y - fy;
    const u = to[i].x - tx;
    const v = to[i].y - ty;
    variance += x * x + y * y;
    along += x * u + y * v;
    across += x * v - y * u;
  }
  if (!(variance > 1e-12)) return undefined;
  const a = along / variance;
  const b = across / variance;
  return { m: [a, -b, tx - a * fx + b * fy, b, a, ty - b * fx - a * fy] };
}
