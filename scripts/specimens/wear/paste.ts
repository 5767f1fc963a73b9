import { homography, invertHomography } from "@/server/vision/ops/homography";
import type { Image, Point, Quad } from "@/server/vision/types";

/** RGBA pixels, row-major. */
export interface Cutout {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Lays `cutout` over `target`, its corners on `quad` (target pixels), and writes into `target`. Bilinear. */
export function pasteCutout(target: Image, cutout: Cutout, quad: Quad): void {
  const { width: w, height: h, data: source } = cutout;
  const corners: Point[] = [
    { x: 0, y: 0 },
    { x: w, y: 0 },
    { x: w, y: h },
    { x: 0, y: h },
  ];
  const map = homography(corners, quad);
  if (!map) throw new RangeError("the corners of the picture lie on a line");
  const m = invertHomography(map).m;
  const out = target.data;
  const top = Math.max(0, Math.floor(Math.min(...quad.map((p) => p.y))));
  const bottom = Math.min(target.height - 1, Math.ceil(Math.max(...quad.map((p) => p.y))));
  const left = Math.max(0, Math.floor(Math.min(...quad.map((p) => p.x))));
  const right = Math.min(target.width - 1, Math.ceil(Math.max(...quad.map((p) => p.x))));
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const k = 1 / (m[6] * (x + 0.5) + m[7] * (y + 0.5) + m[8]);
      const sx = (m[0] * (x + 0.5) + m[1] * (y + 0.5) + m[2]) * k - 0.5;
      const sy = (m[3] * (x + 0.5) + m[4] * (y + 0.5) + m[5]) * k - 0.5;
      if (sx < 0 || sy < 0 || sx >= w - 1 || sy >= h - 1) continue;
      const x0 = sx | 0;
      const y0 = sy | 0;
      const fx = sx - x0;
      const fy = sy - y0;
      const i = (y0 * w + x0) * 4;
      const j = i + w * 4;
      const a = (1 - fx) * (1 - fy);
      const b = fx * (1 - fy);
      const c = (1 - fx) * fy;
      const d = fx * fy;
      const o = (y * target.width + x) * 3;
      if ((source[i + 3] & source[i + 7] & source[j + 3] & source[j + 7]) === 255) {
        out[o] = a * source[i] + b * source[i + 4] + c * source[j] + d * source[j + 4];
        out[o + 1] = a * source[i + 1] + b * source[i + 5] + c * source[j + 1] + d * source[j + 5];
        out[o + 2] = a * source[i + 2] + b * source[i + 6] + c * source[j + 2] + d * source[j + 6];
        continue;
      }
      const alpha = (a * source[i + 3] + b * source[i + 7] + c * source[j + 3] + d * source[j + 7]) / 255;
      if (alpha < 0.004) continue;
      for (let n = 0; n < 3; n++) {
        const v = a * source[i + n] + b * source[i + 4 + n] + c * source[j + n] + d * source[j + 4 + n];
        out[o + n] = out[o + n] * (1 - alpha) + v * alpha;
      }
    }
  }
}

/** An opaque picture as something to paste. */
export function toCutout({ width, height, data }: Image): Cutout {
  const out = new Uint8Array(width * height * 4).fill(255);
  for (let i = 0, o = 0; i < data.length; i += 3, o += 4) {
    out[o] = data[i];
    out[o + 1] = data[i + 1];
    out[o + 2] = data[i + 2];
  }
  return { width, height, data: out };
}
