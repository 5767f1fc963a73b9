import { infer } from "@/server/vision/infer";
import { ppOcrDet } from "@/server/vision/models/pp-ocr-det";
import { crop } from "@/server/vision/ops/crop";
import { halvedTo } from "@/server/vision/ops/half-of";
import { resize } from "@/server/vision/ops/resize";
import { findStrips, type TextStrip } from "@/server/vision/pipelines/text/find-strips";
import type { Image, Runtime } from "@/server/vision/types";

/** Longer side of what the network sees, unless asked otherwise. */
const SIDE = 960;
/** Small pictures are enlarged, but not beyond what their pixels can carry. */
const ENLARGE_MAX = 3.5;
const GRID = 32;
const MID_GREY = 124;

/** Text of any direction, as strips in pixels of the picture. `side`: longer side of the network's input, pixels. */
export async function detectText(runtime: Runtime, image: Image, side = SIDE): Promise<TextStrip[]> {
  const ratio = Math.min(ENLARGE_MAX, side / Math.max(image.width, image.height));
  const width = Math.max(1, Math.round(image.width * ratio));
  const height = Math.max(1, Math.round(image.height * ratio));
  const scaled = shrink(image, width, height);
  const padded = crop(scaled, { x: 0, y: 0, width: onGrid(width), height: onGrid(height) }, MID_GREY);
  const plane = await infer(runtime, ppOcrDet, padded);
  const scale = image.width / width;
  return findStrips(plane).map((strip) => ({
    ...strip,
    cx: strip.cx * scale,
    cy: strip.cy * scale,
    length: strip.length * scale,
    breadth: strip.breadth * scale,
  }));
}

/** Halving costs a fraction of resizing, so it goes first. */
function shrink(image: Image, width: number, height: number): Image {
  const current = halvedTo(image, width, height);
  return current.width === width && current.height === height ? current : resize(current, width, height);
}

function onGrid(length: number): number {
  return Math.max(GRID, Math.ceil(length / GRID) * GRID);
}
