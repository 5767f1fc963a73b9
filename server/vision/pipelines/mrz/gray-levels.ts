import { grayOf } from "@/server/vision/ops/gray-of";
import { halfOf } from "@/server/vision/ops/half-of";
import type { Image, Plane } from "@/server/vision/types";

/** The picture in grey, then at a half, a quarter … of its size, so that large print is cut from few pixels; made when asked for. */
export interface GrayLevels {
  readonly count: number;
  /** The picture at 2⁻ˡᵉᵛᵉˡ of its size. */
  at(level: number): Plane;
}

const LEVELS = 4;
const SIDE_MIN = 64;

export function grayLevels(image: Image): GrayLevels {
  const images = [image];
  let count = 1;
  for (let side = Math.min(image.width, image.height); count < LEVELS && side >= 2 * SIDE_MIN; side >>= 1) count++;
  return {
    count,
    at: (level) => {
      for (let k = images.length; k <= level; k++) images.push(halfOf(images[k - 1]));
      return grayOf(images[level]);
    },
  };
}
