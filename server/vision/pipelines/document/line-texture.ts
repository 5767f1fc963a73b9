import type { Plane, Quad } from "@/server/vision/types";

/** How fine the background is under one printed line, and on its sides: mean second difference, grey values. */
export interface LineTexture {
  readonly inside: number;
  /** Above, below, left, right; only those with enough background to tell. */
  readonly sides: readonly number[];
  /** Between print and paper, grey values. */
  readonly contrast: number;
  /** Of the line's box, pixels. */
  readonly height: number;
}

/** Height of a text box in heights of its capitals. */
const BOX = 1.5;
const CAPITAL_MIN = 7;
const CONTRAST_MIN = 25;
/** Every other row tells as much as all. */
const EVERY = 2;
/** Pixels of background, on those rows, that a place needs to be judged. */
const ENOUGH = 30;

/** Undefined where the line is too small, short or pale. */
export function lineTexture(plane: Plane, quad: Quad): LineTexture | undefined {
  const strip = cutStrip(plane, quad);
  if (!strip) return undefined;
  const ink = inkLevel(strip);
  if (!ink || ink.contrast < CONTRAST_MIN) return undefined;
  const bare = backgroundOf(strip, ink.paper - 0.3 * ink.contrast);
  const { inside, sides } = meansOf(strip, bare);
  return inside === undefined ? undefined : { inside, sides, contrast: ink.contrast, height: strip.box };
}

/** The line level, with margins around its box; −1 where the picture ends. */
interface Strip extends Plane {
  readonly marginX: number;
  readonly marginY: number;
  readonly box: number;
}

function cutStrip(plane: Plane, [a, b, c, d]: Quad): Strip | undefined {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const box = (Math.hypot(d.x - a.x, d.y - a.y) + Math.hypot(c.x - b.x, c.y - b.y)) / 2;
  const capital = box / BOX;
  if (capital < CAPITAL_MIN || length < 2.2 * capital) return undefined;
  const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const [marginX, marginY] = [Math.round(1.6 * capital), Math.round(0.9 * capital)];
  const width = Math.round(length) + 2 * marginX;
  const height = Math.round(box) + 2 * marginY;
  const data = new Float32Array(width * height).fill(-1);
  for (let y = 0; y < height; y++) {
    const x0 = a.x - marginX * ux - (y - marginY) * uy;
    const y0 = a.y - marginX * uy + (y - marginY) * ux;
    for (let x = 0; x < width; x++) {
      const [sx, sy] = [Math.round(x0 + x * ux), Math.round(y0 + x * uy)];
      if (sx < 1 || sy < 1 || sx >= plane.width - 1 || sy >= plane.height - 1) continue;
      data[y * width + x] = plane.data[sy * plane.width + sx];
    }
  }
  return { width, height, data, marginX, marginY, box };
}

/** Otsu's threshold inside the box: the mean of the paper, and how much darker print is. */
function inkLevel(strip: Strip): { readonly paper: number; readonly contrast: number } | undefined {
  const { width, height, data, marginX, marginY } = strip;
  const counts = new Float64Array(256);
  let [total, sum] = [0, 0];
  for (let y = marginY; y < height - marginY; y += EVERY) {
    for (let x = marginX; x < width - marginX; x++) {
      const v = data[y * width + x];
      if (v < 0) continue;
      counts[v | 0]++;
      total++;
      sum += v | 0;
    }
  }
  let best = { between: 0, paper: 0, contrast: 0 };
  let [below, belowSum] = [0, 0];
  for (let level = 0; level < 255; level++) {
    below += counts[level];
    belowSum += level * counts[level];
    if (below === 0 || below === total) continue;
    const dark = belowSum / below;
    const paper = (sum - belowSum) / (total - below);
    const between = below * (total - below) * (paper - dark) ** 2;
    if (between > best.between) best = { between, paper, contrast: paper - dark };
  }
  return best.between > 0 ? best : undefined;
}

/** 1 where neither print nor its edge is near. */
function backgroundOf({ width, height, data, box }: Strip, level: number): Uint8Array {
  const reach = Math.max(2, Math.round((0.12 * box) / BOX));
  const rows = new Uint8Array(data.length);
  const out = new Uint8Array(data.length).fill(1);
  for (let y = 0; y < height; y++) {
    let since = reach + 1;
    for (let x = 0; x < width; x++) {
      since = data[y * width + x] < level ? 0 : since + 1;
      if (since <= reach) rows[y * width + x] = 1;
    }
    since = reach + 1;
    for (let x = width - 1; x >= 0; x--) {
      since = data[y * width + x] < level ? 0 : since + 1;
      if (since <= reach) rows[y * width + x] = 1;
    }
  }
  for (let y = 0; y < height; y++) {
    for (let near = Math.max(0, y - reach); near <= Math.min(height - 1, y + reach); near++) {
      for (let x = 0; x < width; x++) if (rows[near * width + x]) out[y * width + x] = 0;
    }
  }
  return out;
}

const INSIDE = 4;

function meansOf(strip: Strip, bare: Uint8Array): { inside?: number; sides: number[] } {
  const { width, height, data } = strip;
  const sums = new Float64Array(5);
  const counts = new Float64Array(5);
  for (let y = 1; y < height - 1; y += EVERY) {
    for (let x = 1; x < width - 1; x++) {
      const p = y * width + x;
      if (!bare[p]) continue;
      const place = placeOf(strip, x, y);
      if (place < 0) continue;
      sums[place] += Math.abs(4 * data[p] - data[p - 1] - data[p + 1] - data[p - width] - data[p + width]) / 4;
      counts[place]++;
    }
  }
  const mean = (k: number) => (counts[k] > ENOUGH ? sums[k] / counts[k] : undefined);
  const sides = [0, 1, 2, 3].map(mean).filter((value) => value !== undefined);
  return { inside: mean(INSIDE), sides };
}

/** 0 above, 1 below, 2 left, 3 right, 4 inside; −1 in between, where the margin of the box is. */
function placeOf({ width, height, marginX, marginY, box }: Strip, x: number, y: number): number {
  const slack = 0.12 * box;
  const level = x >= marginX && x < width - marginX;
  if (level && y >= marginY + slack && y < height - marginY - slack) return INSIDE;
  if (x < 0.55 * marginX) return 2;
  if (x > width - 0.55 * marginX) return 3;
  if (!level) return -1;
  if (y < 0.6 * marginY) return 0;
  return y > height - 0.6 * marginY ? 1 : -1;
}
