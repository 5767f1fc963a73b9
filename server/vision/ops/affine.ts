import type { Affine, Point } from "@/server/vision/types";

/** A point moved from one frame to the other. */
export function applyAffine<F extends string, T extends string>(map: Affine<F, T>, point: Point<NoInfer<F>>): Point<T> {
  const m = map.m;
  return { x: m[0] * point.x + m[1] * point.y + m[2], y: m[3] * point.x + m[4] * point.y + m[5] };
}

/** The way back. Throws `RangeError` when the map flattens the plane. */
export function invertAffine<F extends string, T extends string>(map: Affine<F, T>): Affine<T, F> {
  const [a, b, c, d, e, f] = map.m;
  const det = a * e - b * d;
  if (!(Math.abs(det) > 1e-12)) throw new RangeError("the affine map cannot be inverted");
  return { m: [e / det, -b / det, (b * f - c * e) / det, -d / det, a / det, (c * d - a * f) / det] };
}

/** First `first`, then `second`. */
export function composeAffine<A extends string, B extends string, C extends string>(
  first: Affine<A, B>,
  second: Affine<NoInfer<B>, C>,
): Affine<A, C> {
  const p = first.m;
  const q = second.m;
  return {
    m: [
      q[0] * p[0] + q[1] * p[3],
      q[0] * p[1] + q[1] * p[4],
      q[0] * p[2] + q[1] * p[5] + q[2],
      q[3] * p[0] + q[4] * p[3],
      q[3] * p[1] + q[4] * p[4],
      q[3] * p[2] + q[4] * p[5] + q[5],
    ],
  };
}
