import { halve } from "@/server/vision/ops/halve";
import type { Image } from "@/server/vision/types";

/** Halves that were made of a picture, kept as long as the picture is: all that look at it share them. */
const halves = new WeakMap<Image, Image>();

export function halfOf(image: Image): Image {
  const known = halves.get(image);
  if (known) return known;
  const half = halve(image);
  halves.set(image, half);
  return half;
}

/** The picture halved as often as it stays at least `width` × `height`. */
export function halvedTo(image: Image, width: number, height: number): Image {
  let current = image;
  while (current.width >= 2 * width && current.height >= 2 * height) current = halfOf(current);
  return current;
}
