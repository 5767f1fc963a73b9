import { findDocument } from "@/components/capture/vision/find-document";
import { crop } from "@/server/vision/ops/crop";
import { gray } from "@/server/vision/ops/gray";
import { resize } from "@/server/vision/ops/resize";
import { sharpness } from "@/server/vision/ops/sharpness";
import type { Box, Image, Plane, Quad } from "@/server/vision/types";

/** What one frame says about the document in it. Places are shares of the frame's width and height. */
export interface DocumentReport {
  readonly quad?: Quad;
  /** Mean luma inside the document (or the guide), 0–255. */
  readonly light: number;
  /** Share of the document that is blown out in patches, 0–1. */
  readonly glare: number;
  /** Variance of the Laplacian inside the document. */
  readonly sharpness: number;
  /** Mean difference of luma to the frame before, 0–255; the whole range where there was none. */
  readonly motion: number;
}

const EDGE_SIDE = 400;
const CELL = 8;
/** Luma from which a pixel holds nothing any more. */
const BLOWN = 254;
/** Paper so white that a reflection cannot be told from it. */
const WHITE = 244;

/** Measures frames one after another; motion is against the frame before. `guide` in shares of the frame. */
export function documentMeter(): (image: Image, guide: Box) => DocumentReport {
  let before: Plane | undefined;
  return (image, guide) => {
    const plane = gray(image);
    const scale = Math.min(1, EDGE_SIDE / Math.max(plane.width, plane.height));
    const small = resize(plane, Math.round(plane.width * scale), Math.round(plane.height * scale));
    const found = findDocument(small, toPixels(guide, small));
    const quad = found?.quad.map((p) => ({ x: p.x / small.width, y: p.y / small.height })) as Quad | undefined;
    const inside = crop(plane, clip(toPixels(quad ? bounds(quad) : guide, plane), plane));
    const tiny = resize(plane, 64, 48);
    const motion = before ? difference(tiny, before) : 255;
    before = tiny;
    return { quad, light: mean(inside), glare: blownShare(inside), sharpness: sharpness(inside), motion };
  };
}

function toPixels(box: Box, { width, height }: Plane): Box {
  return { x: box.x * width, y: box.y * height, width: box.width * width, height: box.height * height };
}

function clip(box: Box, { width, height }: Plane): Box {
  const [x, y] = [Math.max(0, box.x), Math.max(0, box.y)];
  return { x, y, width: Math.min(width, box.x + box.width) - x, height: Math.min(height, box.y + box.height) - y };
}

function bounds(quad: Quad): Box {
  const xs = quad.map((p) => p.x);
  const ys = quad.map((p) => p.y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function mean({ data }: Plane): number {
  let sum = 0;
  for (let i = 0; i < data.length; i++) sum += data[i];
  return data.length > 0 ? sum / data.length : 0;
}

function difference(a: Plane, b: Plane): number {
  const shift = mean(a) - mean(b);
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) sum += Math.abs(a.data[i] - b.data[i] - shift);
  return sum / a.data.length;
}

/**
 * Share of cells of 8×8 pixels that are blown out throughout: a reflection, not white paper with its noise and print.
 */
function blownShare(plane: Plane): number {
  const { width, height, data } = plane;
  if (mean(plane) >= WHITE) return 0;
  let cells = 0;
  let blown = 0;
  for (let y = 0; y + CELL <= height; y += CELL) {
    for (let x = 0; x + CELL <= width; x += CELL) {
      let count = 0;
      for (let j = 0; j < CELL; j++) {
        const row = (y + j) * width + x;
        for (let i = 0; i < CELL; i++) if (data[row + i] >= BLOWN) count++;
      }
      cells++;
      if (count === CELL * CELL) blown++;
    }
  }
  return cells > 0 ? blown / cells : 0;
}
