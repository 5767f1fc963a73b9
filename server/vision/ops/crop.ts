import { channelsOf, type Raster, rasterLike } from "@/server/vision/ops/raster";
import type { Box } from "@/server/vision/types";

/** The pixels inside `box`, rounded to whole pixels; what lies outside the source is filled with `fill` (default 0). */
export function crop<R extends Raster>(source: R, box: Box, fill = 0): R {
  const left = Math.round(box.x);
  const top = Math.round(box.y);
  const width = Math.max(1, Math.round(box.x + box.width) - left);
  const height = Math.max(1, Math.round(box.y + box.height) - top);
  const out = rasterLike(source, width, height);
  if (fill !== 0) out.data.fill(fill);
  const channels = channelsOf(source);
  const from = Math.max(0, left);
  const to = Math.min(source.width, left + width);
  if (to <= from) return out;
  for (let y = Math.max(0, top); y < Math.min(source.height, top + height); y++) {
    const start = (y * source.width + from) * channels;
    const line = source.data.subarray(start, start + (to - from) * channels);
    out.data.set(line, ((y - top) * width + from - left) * channels);
  }
  return out;
}
