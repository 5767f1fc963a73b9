import type { Signal } from "@/server/vision/pipelines/liveness/types";
import type { Plane } from "@/server/vision/types";

/**
 * How much stronger steps are at the borders of 8×8 blocks than elsewhere, at the most likely grid: log2 of the ratio.
 * Pictures that were compressed, shown, and compressed again carry a second, displaced or scaled grid, and less of the
 * first.
 */
export const blockGrid: Signal = { id: "block_grid", measure: ({ patch }) => patch && gridStrength(patch) };

function gridStrength({ width, height, data }: Plane): number {
  const sums = new Float64Array(8);
  const counts = new Float64Array(8);
  for (let y = 0; y < height; y++) {
    for (let x = 1; x < width - 2; x++) {
      const p = y * width + x;
      const step =
        Math.abs(data[p + 1] - data[p]) - (Math.abs(data[p] - data[p - 1]) + Math.abs(data[p + 2] - data[p + 1])) / 2;
      sums[x & 7] += Math.abs(data[p + 1] - data[p]) + Math.max(0, step);
      counts[x & 7]++;
    }
  }
  const means = sums.map((sum, i) => sum / counts[i]).sort();
  return Math.log2((means[7] + 0.05) / (means[3] + 0.05));
}
