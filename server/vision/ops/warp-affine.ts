import { invertAffine } from "@/server/vision/ops/affine";
import type { Raster } from "@/server/vision/ops/raster";
import { type WarpOptions, warp } from "@/server/vision/ops/warp";
import type { Affine } from "@/server/vision/types";

/**
 * The part of `source` that `map` (source pixels → output pixels) brings into a raster of width × height.
 * Throws `RangeError` when the map cannot be inverted.
 */
export function warpAffine<R extends Raster>(
  source: R,
  map: Affine,
  width: number,
  height: number,
  options?: WarpOptions,
): R {
  const [a, b, c, d, e, f] = invertAffine(map).m;
  return warp(source, [a, b, c, d, e, f, 0, 0, 1], width, height, options);
}
