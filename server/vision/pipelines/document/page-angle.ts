import type { Quad } from "@/server/vision/types";

/** Lines shorter than this many of their heights have no direction worth the name. */
const LONG = 4;
const LINES_MIN = 5;

/**
 * The direction of print at a height of the picture, radians, clockwise: perspective turns lines evenly from top to
 * bottom. Undefined where there are too few long lines.
 */
export function pageAngle(printed: readonly Quad[]): ((y: number) => number) | undefined {
  const lines = printed.flatMap(([a, b, c, d]) => {
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    const height = Math.hypot(d.x - a.x, d.y - a.y);
    const angle = Math.atan2(b.y - a.y + c.y - d.y, b.x - a.x + c.x - d.x);
    return length > LONG * height && Math.abs(angle) < 0.8 ? [{ y: (a.y + c.y) / 2, angle, weight: length }] : [];
  });
  if (lines.length < LINES_MIN) return undefined;
  const sorted = lines.map(({ angle }) => angle).sort((p, q) => p - q);
  const median = sorted[sorted.length >> 1];
  const kept = lines.filter(({ angle }) => Math.abs(angle - median) < 0.05);
  const total = kept.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (of: (line: (typeof kept)[number]) => number) =>
    kept.reduce((sum, line) => sum + line.weight * of(line), 0) / total;
  const [y, angle] = [mean((line) => line.y), mean((line) => line.angle)];
  const spread = mean((line) => (line.y - y) ** 2);
  const slope = spread > 1 ? mean((line) => (line.y - y) * (line.angle - angle)) / spread : 0;
  return (at) => angle + slope * (at - y);
}
