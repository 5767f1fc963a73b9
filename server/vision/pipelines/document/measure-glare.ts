import { resize } from "@/server/vision/ops/resize";
import { findRegions } from "@/server/vision/pipelines/text/components";
import type { Image, Point, Quad } from "@/server/vision/types";

/** Glare: burnt-out patches on a document whose own paper is not white to the picture. */

export interface Glare {
  /** Share of the document's area, 0–1. */
  readonly share: number;
  /** Boxes of the patches, largest first, as quads in pixels of the picture measured. */
  readonly patches: readonly Quad[];
}

const WIDTH = 320;
const BURNT = 250;
/** A patch smaller than this share of the document is print or a hologram's spark. */
const PATCH_MIN = 0.003;
/** Where this share of the document is burnt, it is white paper in a scan, or all of it is over-exposed. */
const WHITE_PAPER = 0.35;

function boxOf(runs: readonly number[], scale: number): Quad {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k < runs.length; k += 3) {
    top = Math.min(top, runs[k]);
    bottom = Math.max(bottom, runs[k] + 1);
    left = Math.min(left, runs[k + 1]);
    right = Math.max(right, runs[k + 2] + 1);
  }
  const at = (x: number, y: number): Point => ({ x: x / scale, y: y / scale });
  return [at(left, top), at(right, top), at(right, bottom), at(left, bottom)];
}

/** @param document the rectified document, nothing else in the picture */
export function measureGlare(document: Image): Glare {
  const scale = Math.min(1, WIDTH / document.width);
  const small = resize(
    document,
    Math.max(8, Math.round(document.width * scale)),
    Math.max(8, Math.round(document.height * scale)),
  );
  const { width, height, data } = small;
  const burnt = new Float32Array(width * height);
  let count = 0;
  for (let p = 0; p < burnt.length; p++) {
    if (Math.min(data[p * 3], data[p * 3 + 1], data[p * 3 + 2]) < BURNT) continue;
    burnt[p] = 1;
    count++;
  }
  if (count > WHITE_PAPER * burnt.length) return { share: 0, patches: [] };
  const patches = findRegions({ width, height, data: burnt }, 0.5)
    .filter(({ area }) => area >= PATCH_MIN * burnt.length)
    .sort((a, b) => b.area - a.area);
  const area = patches.reduce((sum, patch) => sum + patch.area, 0);
  return {
    share: Math.min(1, area / burnt.length),
    patches: patches.slice(0, 8).map(({ runs }) => boxOf(runs, scale)),
  };
}
