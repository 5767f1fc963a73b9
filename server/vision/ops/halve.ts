import { channelsOf, type Raster, rasterLike } from "@/server/vision/ops/raster";

/**
 * Half the width and height (rounded down, at least 1): each pixel the mean of four. An odd last row or column is
 * dropped.
 */
export function halve<R extends Raster>(source: R): R {
  const width = Math.max(1, source.width >> 1);
  const height = Math.max(1, source.height >> 1);
  const out = rasterLike(source, width, height);
  const channels = channelsOf(source);
  if (channels === 3 && source.width > 1 && source.height > 1) {
    halveColour(source, out.data as Uint8ClampedArray, width, height);
    return out;
  }
  const right = source.width > 1 ? channels : 0;
  const below = source.height > 1 ? source.width * channels : 0;
  const { data } = source;
  let o = 0;
  for (let y = 0; y < height; y++) {
    let p = 2 * y * source.width * channels;
    for (let x = 0; x < width; x++, p += 2 * channels) {
      for (let c = p; c < p + channels; c++) {
        out.data[o++] = (data[c] + data[c + right] + data[c + below] + data[c + right + below]) / 4;
      }
    }
  }
  return out;
}

/** Three channels written out, in whole numbers: this runs over every pixel of every picture. */
function halveColour(source: Raster, target: Uint8ClampedArray, width: number, height: number): void {
  // One kind of array, whatever the picture came in: a loop that meets several kinds runs slower.
  const data = new Uint8Array(source.data.buffer, source.data.byteOffset, source.data.length);
  const out = new Uint8Array(target.buffer);
  const stride = source.width * 3;
  let o = 0;
  for (let y = 0; y < height; y++) {
    let p = 2 * y * stride;
    let q = p + stride;
    for (let x = 0; x < width; x++, p += 6, q += 6, o += 3) {
      out[o] = quarter(data[p] + data[p + 3] + data[q] + data[q + 3]);
      out[o + 1] = quarter(data[p + 1] + data[p + 4] + data[q + 1] + data[q + 4]);
      out[o + 2] = quarter(data[p + 2] + data[p + 5] + data[q + 2] + data[q + 5]);
    }
  }
}

/** A fourth, halves to even, as a clamped array rounds in the general loop. */
function quarter(sum: number): number {
  return (sum + 1 + ((sum >> 2) & 1)) >> 2;
}
