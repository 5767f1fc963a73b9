import { boxBlur } from "@/server/vision/ops/box-blur";
import { nthSmallest } from "@/server/vision/ops/nth-smallest";
import type { Signal } from "@/server/vision/pipelines/liveness/types";

/** Median absolute difference from a 3×3 mean, 0–255 units: the grain of sensor or print. */
export const grain: Signal = {
  id: "grain",
  measure: ({ patch }) => {
    if (!patch) return undefined;
    const smooth = boxBlur(patch, 1);
    const off = patch.data.map((v, i) => Math.abs(v - smooth.data[i]));
    return nthSmallest(off, off.length >> 1);
  },
};
