import { channelsOf, type Raster, rasterLike } from "@/server/vision/ops/raster";

/** The raster with left and right exchanged. */
export function mirror<R extends Raster>(source: R): R {
  const out = rasterLike(source, source.width, source.height);
  const channels = channelsOf(source);
  const last = (source.width - 1) * channels;
  for (let y = 0; y < source.height; y++) {
    const line = y * source.width * channels;
    for (let x = 0; x < source.width * channels; x += channels) {
      for (let c = 0; c < channels; c++) out.data[line + last - x + c] = source.data[line + x + c];
    }
  }
  return out;
}
