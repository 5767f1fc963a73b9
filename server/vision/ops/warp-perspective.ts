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
  return warp(source, invertHomography(map).m, width, height, options);
}
