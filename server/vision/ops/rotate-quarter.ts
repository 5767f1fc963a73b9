import { channelsOf, type Raster, rasterLike } from "@/server/vision/ops/raster";

/** Quarter turns clockwise. */
export type Quarter = 0 | 1 | 2 | 3;

/** The raster turned clockwise by `turns` × 90°, without interpolation. */
export function rotateQuarter<R extends Raster>(source: R, turns: Quarter): R {
  const { width, height } = source;
  const out = turns % 2 ? rasterLike(source, height, width) : rasterLike(source, width, height);
  const channels = channelsOf(source);
  const [first, alongX, alongY] = steps(width, height, turns);
  let p = 0;
  for (let y = 0; y < height; y++) {
    let o = (first + y * alongY) * channels;
    for (let x = 0; x < width; x++, o += alongX * channels) {
      for (let c = 0; c < channels; c++) out.data[o + c] = source.data[p++];
    }
  }
  return out;
}

/** Output index of source (0, 0), and how it moves with source x and with source y. */
function steps(width: number, height: number, turns: Quarter): [first: number, alongX: number, alongY: number] {
  if (turns === 1) return [height - 1, height, -1];
  if (turns === 2) return [width * height - 1, -1, -width];
  if (turns === 3) return [(width - 1) * height, -height, 1];
  return [0, 1, width];
}
