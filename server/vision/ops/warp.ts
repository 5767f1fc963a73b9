import { channelsOf, type Raster, rasterLike } from "@/server/vision/ops/raster";
import type { Homography } from "@/server/vision/types";

export interface WarpOptions {
  /** Value of every channel outside the source; "edge" repeats the nearest pixel. Default 0. */
  readonly fill?: number | "edge";
}

const MAX_SAMPLES = 8;

/** One warp: where output coordinates lie in the source, and how finely each output pixel is sampled. */
interface Job {
  readonly source: Raster;
  readonly m: Homography["m"];
  readonly width: number;
  readonly height: number;
  /** Samples a side of an output pixel. */
  readonly n: number;
  readonly fill: number | "edge";
}

/**
 * Fills an output raster by asking, for every pixel, where it comes from: `inverse` maps output to source coordinates.
 * Pixel i covers [i, i + 1): centres lie at i + 0.5. Bilinear; where the map reduces, each output pixel is the mean of
 * several samples, so that fine texture does not alias.
 */
export function warp<R extends Raster>(
  source: R,
  inverse: Homography["m"],
  width: number,
  height: number,
  options: WarpOptions = {},
): R {
  const out = rasterLike(source, width, height);
  const n = samplesPerSide(inverse, width, height);
  const job: Job = { source, m: inverse, width, height, n, fill: options.fill ?? 0 };
  if (channelsOf(source) === 3) warpColour(job, out.data as Uint8ClampedArray);
  else warpGrey(job, out.data as Float32Array);
  return out;
}

/** How many samples a side an output pixel needs: half of how many source pixels it spans at the middle. */
function samplesPerSide(m: Homography["m"], width: number, height: number): number {
  const at = (u: number, v: number) => {
    const w = m[6] * u + m[7] * v + m[8];
    return { x: (m[0] * u + m[1] * v + m[2]) / w, y: (m[3] * u + m[4] * v + m[5]) / w };
  };
  const a = at(width / 2 - 0.5, height / 2 - 0.5);
  const b = at(width / 2 + 0.5, height / 2 + 0.5);
  const span = Math.hypot(b.x - a.x, b.y - a.y) / Math.SQRT2;
  return Number.isFinite(span) ? Math.min(MAX_SAMPLES, Math.max(1, Math.round(span / 2 + 0.2))) : 1;
}

/**
 * Where the samples of an output pixel lie from its corner, mapped: three numbers before the division, a sample each.
 */
function sampleOffsets({ m, n }: Job): readonly [Float64Array, Float64Array, Float64Array] {
  const at = (row: number) =>
    Float64Array.from({ length: n * n }, (_, k) => {
      const [u, v] = [((k % n) + 0.5) / n, (Math.floor(k / n) + 0.5) / n];
      return m[row] * u + m[row + 1] * v + m[row + 2];
    });
  return [at(0), at(3), at(6)];
}

/**
 * The loops for three channels and for one are written out: they are most of what reading a page costs outside its
 * networks.
 */
function warpColour(job: Job, out: Uint8ClampedArray): void {
  const { source, m, width, height, n, fill } = job;
  const { width: w } = source;
  // One kind of array, whatever the picture came in: a loop that meets several kinds runs slower.
  const data = new Uint8Array(source.data.buffer, source.data.byteOffset, source.data.length);
  const [offsetX, offsetY, offsetW] = sampleOffsets(job);
  const flat = m[6] === 0 && m[7] === 0 && m[8] === 1;
  const [m0, m1, , m3, m4, , m6, m7] = m;
  const [lastX, lastY, stride, samples, share] = [w - 1, source.height - 1, w * 3, n * n, 1 / (n * n)];
  const sum = new Float64Array(3);
  let o = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++, o += 3) {
      const baseX = m0 * x + m1 * y;
      const baseY = m3 * x + m4 * y;
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let k = 0; k < samples; k++) {
        const scale = flat ? 1 : 1 / (m6 * x + m7 * y + offsetW[k]);
        const sx = (baseX + offsetX[k]) * scale - 0.5;
        const sy = (baseY + offsetY[k]) * scale - 0.5;
        if (sx >= 0 && sy >= 0 && sx < lastX && sy < lastY) {
          const x0 = sx | 0;
          const y0 = sy | 0;
          const fx = sx - x0;
          const fy = sy - y0;
          const p = y0 * stride + x0 * 3;
          const q = p + stride;
          const d = fx * fy;
          const c = fx - d;
          const b = fy - d;
          const a = 1 - fy - c;
          red += a * data[p] + c * data[p + 3] + b * data[q] + d * data[q + 3];
          green += a * data[p + 1] + c * data[p + 4] + b * data[q + 1] + d * data[q + 4];
          blue += a * data[p + 2] + c * data[p + 5] + b * data[q + 2] + d * data[q + 5];
        } else {
          sampleBorder(source, 3, sx, sy, fill, sum);
          red += sum[0];
          green += sum[1];
          blue += sum[2];
        }
      }
      out[o] = red * share;
      out[o + 1] = green * share;
      out[o + 2] = blue * share;
    }
  }
}

function warpGrey(job: Job, out: Float32Array): void {
  const { source, m, width, height, n, fill } = job;
  const { data, width: w } = source;
  const [offsetX, offsetY, offsetW] = sampleOffsets(job);
  const flat = m[6] === 0 && m[7] === 0 && m[8] === 1;
  const [m0, m1, , m3, m4, , m6, m7] = m;
  const [lastX, lastY, samples, share] = [w - 1, source.height - 1, n * n, 1 / (n * n)];
  const sum = new Float64Array(1);
  let o = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const baseX = m0 * x + m1 * y;
      const baseY = m3 * x + m4 * y;
      let grey = 0;
      for (let k = 0; k < samples; k++) {
        const scale = flat ? 1 : 1 / (m6 * x + m7 * y + offsetW[k]);
        const sx = (baseX + offsetX[k]) * scale - 0.5;
        const sy = (baseY + offsetY[k]) * scale - 0.5;
        if (sx >= 0 && sy >= 0 && sx < lastX && sy < lastY) {
          const x0 = sx | 0;
          const y0 = sy | 0;
          const fx = sx - x0;
          const fy = sy - y0;
          const p = y0 * w + x0;
          const d = fx * fy;
          const c = fx - d;
          grey += (1 - fy - c) * data[p] + c * data[p + 1] + (fy - d) * data[p + w] + d * data[p + w + 1];
        } else {
          sampleBorder(source, 1, sx, sy, fill, sum);
          grey += sum[0];
        }
      }
      out[o++] = grey * share;
    }
  }
}

/** The bilinear value at index coordinates that may lie on the border or outside, channel by channel. */
function sampleBorder(
  source: Raster,
  channels: number,
  sx: number,
  sy: number,
  fill: number | "edge",
  sum: Float64Array,
): void {
  const edge = fill === "edge";
  const x = edge ? Math.min(Math.max(sx, 0), source.width - 1) : sx;
  const y = edge ? Math.min(Math.max(sy, 0), source.height - 1) : sy;
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const fx = x - x0;
  const fy = y - y0;
  for (let c = 0; c < channels; c++) {
    const upper =
      valueAt(source, channels, x0, y0, c, fill) * (1 - fx) + valueAt(source, channels, x0 + 1, y0, c, fill) * fx;
    const lower =
      valueAt(source, channels, x0, y0 + 1, c, fill) * (1 - fx) +
      valueAt(source, channels, x0 + 1, y0 + 1, c, fill) * fx;
    sum[c] = upper * (1 - fy) + lower * fy;
  }
}

function valueAt(
  { width, height, data }: Raster,
  channels: number,
  x: number,
  y: number,
  c: number,
  fill: number | "edge",
): number {
  if (x >= 0 && y >= 0 && x < width && y < height) return data[(y * width + x) * channels + c];
  if (fill !== "edge") return fill;
  return data[(Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))) * channels + c];
}
