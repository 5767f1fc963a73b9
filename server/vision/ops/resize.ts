import { channelsOf, type Raster, rasterLike } from "@/server/vision/ops/raster";

/** Weights with which the pixels of one axis of the source make the pixels of the output. */
interface AxisWeights {
  readonly start: Int32Array;
  readonly count: Int32Array;
  readonly weight: Float32Array;
  readonly stride: number;
}

/**
 * A raster of another size. An axis that shrinks takes the mean of the area each new pixel covers; an axis that grows
 * is bilinear. Throws `RangeError` for a size below one pixel.
 */
export function resize<R extends Raster>(source: R, width: number, height: number): R {
  const out = rasterLike(source, width, height);
  if (width === source.width && height === source.height) {
    out.data.set(source.data);
    return out;
  }
  const channels = channelsOf(source);
  const across = axisWeights(source.width, width);
  const down = axisWeights(source.height, height);
  const rows = new Float32Array(width * channels * source.height);
  if (channels === 3) resizeColourRows(source, rows, across, width);
  else resizeGreyRows(source, rows, across, width);
  resizeColumns(rows, out.data, down, width * channels, height);
  return out;
}

function resizeColourRows(source: Raster, rows: Float32Array, across: AxisWeights, width: number): void {
  // One kind of array, whatever the picture came in: a loop that meets several kinds runs slower.
  const data = new Uint8Array(source.data.buffer, source.data.byteOffset, source.data.length);
  const { start, count, weight, stride } = across;
  let o = 0;
  for (let y = 0; y < source.height; y++) {
    const line = y * source.width;
    for (let x = 0; x < width; x++) {
      let red = 0;
      let green = 0;
      let blue = 0;
      let p = (line + start[x]) * 3;
      const end = x * stride + count[x];
      for (let i = x * stride; i < end; i++, p += 3) {
        const w = weight[i];
        red += w * data[p];
        green += w * data[p + 1];
        blue += w * data[p + 2];
      }
      rows[o++] = red;
      rows[o++] = green;
      rows[o++] = blue;
    }
  }
}

function resizeGreyRows(source: Raster, rows: Float32Array, across: AxisWeights, width: number): void {
  const { data } = source;
  const { start, count, weight, stride } = across;
  let o = 0;
  for (let y = 0; y < source.height; y++) {
    const line = y * source.width;
    for (let x = 0; x < width; x++) {
      let sum = 0;
      let p = line + start[x];
      const end = x * stride + count[x];
      for (let i = x * stride; i < end; i++, p++) sum += weight[i] * data[p];
      rows[o++] = sum;
    }
  }
}

function resizeColumns(
  rows: Float32Array,
  out: Raster["data"],
  down: AxisWeights,
  lineLength: number,
  height: number,
): void {
  const line = new Float32Array(lineLength);
  for (let y = 0; y < height; y++) {
    line.fill(0);
    for (let i = 0; i < down.count[y]; i++) {
      const w = down.weight[y * down.stride + i];
      const p = (down.start[y] + i) * lineLength;
      for (let x = 0; x < lineLength; x++) line[x] += w * rows[p + x];
    }
    out.set(line, y * lineLength);
  }
}

function axisWeights(from: number, to: number): AxisWeights {
  const scale = from / to;
  const stride = scale > 1 ? Math.ceil(scale) + 1 : 2;
  const start = new Int32Array(to);
  const count = new Int32Array(to);
  const weight = new Float32Array(to * stride);
  for (let i = 0; i < to; i++) {
    if (scale > 1) {
      const low = i * scale;
      const high = Math.min(from, (i + 1) * scale);
      start[i] = Math.floor(low);
      count[i] = Math.min(from, Math.ceil(high - 1e-9)) - start[i];
      for (let k = 0; k < count[i]; k++) {
        const p = start[i] + k;
        weight[i * stride + k] = (Math.min(high, p + 1) - Math.max(low, p)) / (high - low);
      }
    } else {
      const centre = Math.min(from - 1, Math.max(0, (i + 0.5) * scale - 0.5));
      start[i] = Math.min(Math.floor(centre), Math.max(0, from - 2));
      count[i] = Math.min(2, from);
      const part = centre - start[i];
      weight[i * stride] = 1 - part;
      if (count[i] === 2) weight[i * stride + 1] = part;
    }
  }
  return { start, count, weight, stride };
}
