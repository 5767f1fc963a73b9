import { gray } from "@/server/vision/ops/gray";
import { nthSmallest } from "@/server/vision/ops/nth-smallest";
import type { Signal } from "@/server/vision/pipelines/liveness/types";
import type { Image } from "@/server/vision/types";

/** Share of the face burnt out in any channel, 0–1. Glossy prints and lit screens have such patches. */
export const clippedHighlights: Signal = { id: "clipped_highlights", measure: ({ skin }) => clipped(skin) };

/** The luma below which 2 % of the face lies, 0–255. Paper and screens do not get as black as a face in the room. */
export const blackLevel: Signal = { id: "black_level", measure: ({ skin }) => quantile(skin, 0.02) };

/** Span of luma between the darkest and brightest 2 % of the face, 0–255. */
export const toneRange: Signal = {
  id: "tone_range",
  measure: ({ skin }) => quantile(skin, 0.98) - quantile(skin, 0.02),
};

/** Mean saturation of the face as in HSV, 0–1. */
export const saturation: Signal = { id: "saturation", measure: ({ skin }) => meanSaturation(skin) };

function clipped({ data }: Image): number {
  let count = 0;
  for (let p = 0; p < data.length; p += 3) if (Math.max(data[p], data[p + 1], data[p + 2]) >= 250) count++;
  return count / (data.length / 3);
}

function quantile(image: Image, share: number): number {
  const { data } = gray(image);
  return nthSmallest(data, Math.floor(share * (data.length - 1)));
}

function meanSaturation({ data }: Image): number {
  let sum = 0;
  for (let p = 0; p < data.length; p += 3) {
    const top = Math.max(data[p], data[p + 1], data[p + 2]);
    if (top > 0) sum += 1 - Math.min(data[p], data[p + 1], data[p + 2]) / top;
  }
  return sum / (data.length / 3);
}
