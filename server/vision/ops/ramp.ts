/** 0 at `low` and below, 1 at `high` and above, straight between; `low` may be the larger of the two. */
export function ramp(value: number, low: number, high: number): number {
  const part = (value - low) / (high - low);
  return part > 0 ? Math.min(1, part) : 0;
}
