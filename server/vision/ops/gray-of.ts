import { gray } from "@/server/vision/ops/gray";
import type { Image, Plane } from "@/server/vision/types";

/** Grey planes that were made of a picture, kept as long as the picture is: all that look at it share them. */
const grays = new WeakMap<Image, Plane>();

/** As `gray`, made once a picture. The plane is not to be written to. */
export function grayOf(image: Image): Plane {
  const known = grays.get(image);
  if (known) return known;
  const plane = gray(image);
  grays.set(image, plane);
  return plane;
}
