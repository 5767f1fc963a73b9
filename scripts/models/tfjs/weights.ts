/** Weight files as TensorFlow.js stores them: one manifest, raw or quantised values one after another. */
export interface WeightEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?: { readonly dtype: string; readonly scale?: number; readonly min?: number };
}

export interface Weight {
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array;
}

/** Every tensor of the file as plain numbers. Throws where the file's length is not what the manifest promises. */
export function readWeights(entries: readonly WeightEntry[], bytes: Uint8Array): Map<string, Weight> {
  const out = new Map<string, Weight>();
  let at = 0;
  for (const entry of entries) {
    const count = entry.shape.reduce((n, d) => n * d, 1);
    const stored = entry.quantization?.dtype ?? entry.dtype;
    const size = { float32: 4, int32: 4, float16: 2, uint16: 2, uint8: 1 }[stored];
    if (!size) throw new Error(`${entry.name}: cannot read weights of type ${stored}`);
    out.set(entry.name, {
      shape: entry.shape,
      data: decode(entry, stored, new Uint8Array(bytes.subarray(at, at + count * size)), count),
    });
    at += count * size;
  }
  if (at !== bytes.length) throw new Error(`the weight file has ${bytes.length} bytes, its manifest describes ${at}`);
  return out;
}

function decode(entry: WeightEntry, stored: string, raw: Uint8Array, count: number): Float32Array | Int32Array {
  if (stored === "int32") return new Int32Array(raw.buffer);
  if (stored === "float32") return new Float32Array(raw.buffer);
  if (stored === "float16") return Float32Array.from(new Uint16Array(raw.buffer), halfToFloat);
  const levels = stored === "uint8" ? raw : new Uint16Array(raw.buffer);
  const { scale, min } = entry.quantization ?? {};
  if (scale === undefined || min === undefined) throw new Error(`${entry.name}: quantised without scale and minimum`);
  const out = new Float32Array(count);
  for (let i = 0; i < count; i++) out[i] = levels[i] * scale + min;
  return out;
}

/** IEEE 754 half precision. */
function halfToFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
