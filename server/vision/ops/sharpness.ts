import type { Plane } from "@/server/vision/types";

/**
 * Variance of the 4-neighbour Laplacian inside the border (Pech-Pacheco 2000): the higher, the sharper. 0 below 3×3.
 */
export function sharpness(plane: Plane): number {
  const { width: w, height: h, data } = plane;
  if (w < 3 || h < 3) return 0;
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < h - 1; y++) {
    for (let x = 1, p = y * w + 1; x < w - 1; x++, p++) {
      const v = 4 * data[p] - data[p - 1] - data[p + 1] - data[p - w] - data[p + w];
      sum += v;
      squares += v * v;
    }
  }
  const n = (w - 2) * (h - 2);
  return Math.max(0, squares / n - (sum / n) ** 2);
}
