import { gray } from "@/server/vision/ops/gray";
import { halve } from "@/server/vision/ops/halve";
import type { Image, Plane } from "@/server/vision/types";

/** The picture in grey, then at a half, a quarter … of its size, so that large print is cut from few pixels. */
export type GrayLevels = readonly Plane[];

const LEVELS = 4;
const SIDE_MIN = 64;

export function grayLevels(image: Image): GrayLevels {
  const levels = [gray(image)];
  while (levels.length < LEVELS) {
    const last = levels[levels.length - 1];
    if (Math.min(last.width, last.height) < 2 * SIDE_MIN) break;
    levels.push(halve(last));
  }
  return levels;
}
