import { invertHomography } from "@/server/vision/ops/homography";
import type { Raster } from "@/server/vision/ops/raster";
import { type WarpOptions, warp } from "@/server/vision/ops/warp";
import type { Homography } from "@/server/vision/types";

/**
 * The part of `source` that `map` (source pixels → output pixels) brings into a raster of width × height.
 * Throws `RangeError` when the map cannot be inverted.
 */
export function warpPerspective<R extends Raster>(
  source: R,
  map: Homography,
  width: number,
  height: number,
  options?: WarpOptions,
): R {
  const m = invertHomography(map).m;
  return warp(
    source,
    (u, v, at) => {
      const w = m[6] * u + m[7] * v + m[8];
      at[0] = (m[0] * u + m[1] * v + m[2]) / w;
      at[1] = (m[3] * u + m[4] * v + m[5]) / w;
    },
    width,
    height,
    options,
  );
}
