import { channelsOf, type Raster, rasterLike } from "@/server/vision/ops/raster";

export interface WarpOptions {
  /** Value of every channel outside the source; "edge" repeats the nearest pixel. Default 0. */
  readonly fill?: number | "edge";
}

/** Writes the source coordinates of output coordinates (u, v) into `at[0]`, `at[1]`. */
export type InverseMap = (u: number, v: number, at: Float64Array) => void;

const MAX_SAMPLES = 8;

/**
 * Fills an output raster by asking, for every pixel, where it comes from. Pixel i covers [i, i + 1): centres lie at i + 0.5.
 * Bilinear; where the map reduces, each output pixel is the mean of several samples, so that fine texture does not alias.
 */
export function warp<R extends Raster>(
  source: R,
  inverse: InverseMap,
  width: number,
  height: number,
  options: WarpOptions = {},
): R {
  const out = rasterLike(source, width, height);
  const channels = channelsOf(source);
  const n = samplesPerSide(inverse, width, height);
  const at = new Float64Array(2);
  const sum = new Float64Array(3);
  const sample = sampler(source, channels, options.fill ?? 0);
  const share = 1 / (n * n);
  let o = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      sum[0] = sum[1] = sum[2] = 0;
      for (let j = 0; j < n; j++) {
        for (let i = 0; i < n; i++) {
          inverse(x + (i + 0.5) / n, y + (j + 0.5) / n, at);
          sample(at[0] - 0.5, at[1] - 0.5, sum);
        }
      }
      for (let c = 0; c < channels; c++) out.data[o++] = sum[c] * share;
    }
  }
  return out;
}

/** How many samples a side an output pixel needs: half of how many source pixels it spans at the middle. */
function samplesPerSide(inverse: InverseMap, width: number, height: number): number {
  const a = new Float64Array(2);
  const b = new Float64Array(2);
  inverse(width / 2 - 0.5, height / 2 - 0.5, a);
  inverse(width / 2 + 0.5, height / 2 + 0.5, b);
  const span = Math.hypot(b[0] - a[0], b[1] - a[1]) / Math.SQRT2;
  return Number.isFinite(span) ? Math.min(MAX_SAMPLES, Math.max(1, Math.round(span / 2 + 0.2))) : 1;
}

/** Adds the bilinear value at index coordinates (x, y) to `sum`, channel by channel. */
function sampler(source: Raster, channels: 1 | 3, fill: number | "edge") {
  const { width, height, data } = source;
  const edge = fill === "edge";
  const outside = edge ? 0 : fill;
  const lastX = width - 1;
  const lastY = height - 1;
  return (x: number, y: number, sum: Float64Array): void => {
    if (edge) {
      x = Math.min(Math.max(x, 0), lastX);
      y = Math.min(Math.max(y, 0), lastY);
    } else if (!(x > -1 && y > -1 && x < width && y < height)) {
      for (let c = 0; c < channels; c++) sum[c] += outside;
      return;
    }
    const x0 = Math.floor(x);
    const y0 = Math.floor(y);
    const fx = x - x0;
    const fy = y - y0;
    const left = x0 >= 0;
    const right = x0 < lastX;
    const top = y0 >= 0;
    const bottom = y0 < lastY;
    const p = (y0 * width + x0) * channels;
    const below = p + width * channels;
    if (left && right && top && bottom) {
      const upperRight = fx * (1 - fy);
      const lowerLeft = (1 - fx) * fy;
      const lowerRight = fx * fy;
      const upperLeft = 1 - fx - lowerLeft;
      for (let c = 0; c < channels; c++) {
        sum[c] +=
          upperLeft * data[p + c] +
          upperRight * data[p + channels + c] +
          lowerLeft * data[below + c] +
          lowerRight * data[below + channels + c];
      }
      return;
    }
    for (let c = 0; c < channels; c++) {
      const tl = top && left ? data[p + c] : outside;
      const tr = top && right ? data[p + channels + c] : edge ? tl : outside;
      const bl = bottom && left ? data[below + c] : edge ? tl : outside;
      const br = bottom && right ? data[below + channels + c] : edge ? (bottom ? bl : tr) : outside;
      const upper = tl + (tr - tl) * fx;
      sum[c] += upper + (bl + (br - bl) * fx - upper) * fy;
    }
  };
}
