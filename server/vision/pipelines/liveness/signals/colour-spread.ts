import type { Signal } from "@/server/vision/pipelines/liveness/types";
import type { Image } from "@/server/vision/types";

/** Deviation of red minus luma over the face, 0–255 units. Screens raise it, prints lower it. */
export const redSpread: Signal = { id: "red_spread", measure: ({ skin }) => spread(skin, 0) };

/** Deviation of blue minus luma over the face, 0–255 units. */
export const blueSpread: Signal = { id: "blue_spread", measure: ({ skin }) => spread(skin, 2) };

function spread({ data }: Image, channel: 0 | 2): number {
  let sum = 0;
  let squares = 0;
  const n = data.length / 3;
  for (let p = 0; p < data.length; p += 3) {
    const v = data[p + channel] - (0.299 * data[p] + 0.587 * data[p + 1] + 0.114 * data[p + 2]);
    sum += v;
    squares += v * v;
  }
  return Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2));
}
