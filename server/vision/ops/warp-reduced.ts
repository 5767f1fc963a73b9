import { halfOf } from "@/server/vision/ops/half-of";
import type { WarpOptions } from "@/server/vision/ops/warp";
import { warpAffine } from "@/server/vision/ops/warp-affine";
import type { Affine, Image } from "@/server/vision/types";

/**
 * As `warpAffine`, but a map that reduces starts from the picture halved as often as it can be: a fraction of the work
 * for networks that do not care for the last bit.
 */
export function warpReduced(source: Image, map: Affine, width: number, height: number, options?: WarpOptions): Image {
  let image = source;
  let [a, b, c, d, e, f] = map.m;
  while (Math.sqrt(Math.abs(a * e - b * d)) < 0.6 && Math.min(image.width, image.height) > 2) {
    image = halfOf(image);
    [a, b, d, e] = [2 * a, 2 * b, 2 * d, 2 * e];
  }
  return warpAffine(image, { m: [a, b, c, d, e, f] }, width, height, options);
}
