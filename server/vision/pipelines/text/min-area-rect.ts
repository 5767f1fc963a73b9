/** The smallest rotated rectangle around points: convex hull (Andrew, 1979), then every hull edge tried as a side. */

/** Centre in pixels, `length` along the direction `angle` (radians, −π/2 < angle ≤ π/2), `breadth` across it. */
export interface Strip {
  readonly cx: number;
  readonly cy: number;
  readonly length: number;
  readonly breadth: number;
  readonly angle: number;
}

/** `points`: flat pairs `x, y`, at least one. The longer side becomes `length`. */
export function minAreaRect(points: readonly number[]): Strip {
  const hull = convexHull(points);
  const count = hull.length / 2;
  let best: Strip | undefined;
  for (let i = 0; i < count; i++) {
    const j = (i + 1) % count;
    const dx = hull[j * 2] - hull[i * 2];
    const dy = hull[j * 2 + 1] - hull[i * 2 + 1];
    const edge = Math.hypot(dx, dy);
    const candidate = edge === 0 ? around(hull, 1, 0) : around(hull, dx / edge, dy / edge);
    if (best === undefined || candidate.length * candidate.breadth < best.length * best.breadth) best = candidate;
  }
  return best as Strip;
}

function around(hull: readonly number[], ux: number, uy: number): Strip {
  let [low, high, left, right] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let k = 0; k < hull.length; k += 2) {
    const along = hull[k] * ux + hull[k + 1] * uy;
    const across = hull[k + 1] * ux - hull[k] * uy;
    if (along < left) left = along;
    if (along > right) right = along;
    if (across < low) low = across;
    if (across > high) high = across;
  }
  const a = (left + right) / 2;
  const c = (low + high) / 2;
  const [cx, cy] = [a * ux - c * uy, a * uy + c * ux];
  const [w, h] = [right - left, high - low];
  const angle = Math.atan2(uy, ux);
  return w >= h
    ? { cx, cy, length: w, breadth: h, angle: halfTurn(angle) }
    : { cx, cy, length: h, breadth: w, angle: halfTurn(angle + Math.PI / 2) };
}

function halfTurn(angle: number): number {
  const turned = angle - Math.PI * Math.round(angle / Math.PI);
  return turned <= -Math.PI / 2 ? turned + Math.PI : turned;
}

function convexHull(points: readonly number[]): number[] {
  const order = Array.from({ length: points.length / 2 }, (_, k) => k).sort(
    (a, b) => points[a * 2] - points[b * 2] || points[a * 2 + 1] - points[b * 2 + 1],
  );
  const lower = chain(points, order);
  const upper = chain(points, order.reverse());
  return [...lower.slice(0, -2), ...upper.slice(0, -2)].length > 0
    ? [...lower.slice(0, -2), ...upper.slice(0, -2)]
    : lower;
}

function chain(points: readonly number[], order: readonly number[]): number[] {
  const out: number[] = [];
  for (const k of order) {
    const [x, y] = [points[k * 2], points[k * 2 + 1]];
    while (out.length >= 4) {
      const n = out.length;
      const [ax, ay, bx, by] = [out[n - 4], out[n - 3], out[n - 2], out[n - 1]];
      if ((bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0) break;
      out.length = n - 2;
    }
    out.push(x, y);
  }
  return out;
}
