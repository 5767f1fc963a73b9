/** From the detector's probability plane to text strips: threshold, regions, rectangles, grown back to full letters. */

import { findRegions } from "@/server/vision/pipelines/text/components";
import { minAreaRect, type Strip } from "@/server/vision/pipelines/text/min-area-rect";
import type { Plane } from "@/server/vision/types";

const PIXEL_MIN = 0.3;
const MEAN_MIN = 0.5;
const AREA_MIN = 12;
/** The network was trained on regions shrunk by this area-over-perimeter ratio (Vatti clipping). */
const UNCLIP = 1.6;

export interface TextStrip extends Strip {
  /** Mean probability of text inside, 0–1. */
  readonly score: number;
}

/** Strips in pixels of the plane, in no particular order. */
export function findStrips(plane: Plane): TextStrip[] {
  const strips: TextStrip[] = [];
  for (const region of findRegions(plane, PIXEL_MIN)) {
    if (region.area < AREA_MIN || region.mean < MEAN_MIN) continue;
    const corners: number[] = [];
    for (let k = 0; k < region.runs.length; k += 3) {
      const [y, first, last] = [region.runs[k], region.runs[k + 1], region.runs[k + 2]];
      corners.push(first, y, last + 1, y, first, y + 1, last + 1, y + 1);
    }
    const core = minAreaRect(corners);
    if (core.breadth < 2) continue;
    const grow = (UNCLIP * core.length * core.breadth) / (2 * (core.length + core.breadth));
    const [length, breadth] = [core.length + 2 * grow, core.breadth + 2 * grow];
    strips.push({ ...core, length, breadth, score: region.mean });
  }
  return strips;
}
