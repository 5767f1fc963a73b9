import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Plane } from "@/server/vision/types";

const BLOCK = 16;
/** Mean difference of luma below which a block did not change: a sensor's noise, even after JPEG, does more. */
const SAME = 0.25;
/** Blocks this dark or bright hold no noise. */
const DARK = 16;
const BRIGHT = 240;
const LEAST_BLOCKS = 12;

/**
 * Share of the blocks beside the face that are the same in two frames, 0–1: a sensor's noise is new in every picture.
 * Undefined where the sizes differ or too little of the background can be judged.
 */
export function stillShare(before: Plane, now: Plane, mesh: FaceMesh): number | undefined {
  if (before.width !== now.width || before.height !== now.height) return undefined;
  const face = bounds(mesh);
  let blocks = 0;
  let same = 0;
  for (let y = 0; y + BLOCK <= now.height; y += BLOCK) {
    for (let x = 0; x + BLOCK <= now.width; x += BLOCK) {
      if (x + BLOCK > face.x0 && x < face.x1 && y + BLOCK > face.y0 && y < face.y1) continue;
      const { difference, mean } = compare(before, now, x, y);
      if (mean < DARK || mean > BRIGHT) continue;
      blocks++;
      if (difference < SAME) same++;
    }
  }
  return blocks < LEAST_BLOCKS ? undefined : same / blocks;
}

function compare(a: Plane, b: Plane, x0: number, y0: number): { difference: number; mean: number } {
  let difference = 0;
  let sum = 0;
  for (let y = y0; y < y0 + BLOCK; y++) {
    for (let p = y * a.width + x0; p < y * a.width + x0 + BLOCK; p++) {
      difference += Math.abs(a.data[p] - b.data[p]);
      sum += b.data[p];
    }
  }
  return { difference: difference / BLOCK ** 2, mean: sum / BLOCK ** 2 };
}

/** The face with a margin of a sixth: hair and shoulders move with it. */
function bounds({ xyz }: FaceMesh) {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < xyz.length; i += 3) {
    x0 = Math.min(x0, xyz[i]);
    x1 = Math.max(x1, xyz[i]);
    y0 = Math.min(y0, xyz[i + 1]);
    y1 = Math.max(y1, xyz[i + 1]);
  }
  const margin = (x1 - x0) / 6;
  return { x0: x0 - margin, y0: y0 - 2 * margin, x1: x1 + margin, y1: y1 + margin };
}
