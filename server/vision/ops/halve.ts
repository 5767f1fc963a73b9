import { channelsOf, type Raster, rasterLike } from "@/server/vision/ops/raster";

/** The raster at half its size, each pixel the mean of four; an odd last row or column is dropped. Sides of at least 2 pixels. */
export function halve<R extends Raster>(source: R): R {
  const channels = channelsOf(source);
  const width = source.width >> 1;
  const height = source.height >> 1;
  const out = rasterLike(source, width, height);
  const line = source.width * channels;
  const { data } = source;
  let o = 0;
  for (let y = 0; y < height; y++) {
    let p = 2 * y * line;
    for (let x = 0; x < width; x++, p += 2 * channels) {
      for (let c = 0; c < channels; c++) {
        const q = p + c;
        out.data[o++] = (data[q] + data[q + channels] + data[q + line] + data[q + line + channels]) * 0.25;
      }
    }
  }
  return out;
}
