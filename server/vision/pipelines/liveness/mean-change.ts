import type { Plane } from "@/server/vision/types";

/**
 * Mean absolute difference of luma between two frames of one size, every third pixel, 0–255. Undefined where the sizes
 * differ.
 */
export function meanChange(before: Plane, now: Plane): number | undefined {
  if (before.width !== now.width || before.height !== now.height) return undefined;
  let sum = 0;
  let count = 0;
  for (let i = 0; i < now.data.length; i += 3) {
    sum += Math.abs(now.data[i] - before.data[i]);
    count++;
  }
  return sum / Math.max(1, count);
}
