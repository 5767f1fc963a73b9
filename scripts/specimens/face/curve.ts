/** Monotone cubic (Fritsch–Carlson) through knots sorted by x; constant outside. */
export function curve(knots: readonly (readonly [x: number, y: number])[]): (x: number) => number {
  const n = knots.length;
  const slope = knots.slice(1).map(([x, y], i) => (y - knots[i][1]) / (x - knots[i][0]));
  const tangent = knots.map((_, i) => {
    if (i === 0) return slope[0];
    if (i === n - 1) return slope[n - 2];
    return slope[i - 1] * slope[i] <= 0 ? 0 : (2 * slope[i - 1] * slope[i]) / (slope[i - 1] + slope[i]);
  });
  return (x) => {
    if (x <= knots[0][0]) return knots[0][1];
    if (x >= knots[n - 1][0]) return knots[n - 1][1];
    let i = 0;
    while (x > knots[i + 1][0]) i++;
    const h = knots[i + 1][0] - knots[i][0];
    const t = (x - knots[i][0]) / h;
    const t2 = t * t;
    const t3 = t2 * t;
    return (
      (2 * t3 - 3 * t2 + 1) * knots[i][1] +
      (t3 - 2 * t2 + t) * h * tangent[i] +
      (-2 * t3 + 3 * t2) * knots[i + 1][1] +
      (t3 - t2) * h * tangent[i + 1]
    );
  };
}

export function smoothstep(low: number, high: number, x: number): number {
  const t = Math.min(1, Math.max(0, (x - low) / (high - low)));
  return t * t * (3 - 2 * t);
}

export const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));
