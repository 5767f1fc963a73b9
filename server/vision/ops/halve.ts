import { channelsOf, type Raster, rasterLike } from "@/server/vision/ops/raster";

/** Half the width and height (rounded down, at least 1): each pixel the mean of four. An odd last row or column is dropped. */
export function halve<R extends Raster>(source: R): R {
  const width = Math.max(1, source.width >> 1);
  const height = Math.max(1, source.height >> 1);
  const out = rasterLike(source, width, height);
  const channels = channelsOf(source);
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
