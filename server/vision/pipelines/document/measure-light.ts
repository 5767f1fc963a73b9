import { ramp } from "@/server/vision/ops/ramp";
import type { Image, Plane } from "@/server/vision/types";

/** Exposure and colour of a document. */

/** 0–1: neither dark nor bright as a whole, and with enough contrast between print and paper. */
export function exposureOf(plane: Plane): number {
  const counts = new Uint32Array(256);
  for (let i = 0; i < plane.data.length; i++) counts[plane.data[i] | 0]++;
  const at = (share: number) => {
    let level = 0;
    for (let below = counts[0]; below < share * plane.data.length && level < 255; below += counts[++level]);
    return level;
  };
  const contrast = at(0.95) - at(0.05);
  const paper = at(0.8);
  return Math.min(ramp(paper, 30, 110), ramp(at(0.2), 252, 225), ramp(contrast, 15, 60));
}

/**
 * 0–1: 0 for a grey picture. Mean distance of the colour channels from their mean; ordinary documents have 6 and more.
 */
export function colourOf(image: Image): number {
  let sum = 0;
  const { data } = image;
  const pixels = data.length / 3;
  for (let p = 0; p < data.length; p += 3) {
    const [r, g, b] = [data[p], data[p + 1], data[p + 2]];
    sum += Math.max(r, g, b) - Math.min(r, g, b);
  }
  return ramp(sum / pixels, 1, 12);
}
