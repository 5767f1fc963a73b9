import type { Plane } from "@/server/vision/types";

/**
 * In-place radix-2 transform of `n` complex numbers at `offset`, `step` apart. `n` is a power of two; `cos`, `sin` hold
 * −2πk/n.
 */
function transform(
  { re, im, cos, sin }: { re: Float64Array; im: Float64Array; cos: Float64Array; sin: Float64Array },
  n: number,
  offset: number,
  step: number,
): void {
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      const p = offset + i * step;
      const q = offset + j * step;
      const tr = re[p];
      const ti = im[p];
      re[p] = re[q];
      im[p] = im[q];
      re[q] = tr;
      im[q] = ti;
    }
  }
  for (let length = 2; length <= n; length <<= 1) {
    const half = length >> 1;
    for (let k = 0; k < half; k++) {
      const c = cos[(k * n) / length];
      const s = sin[(k * n) / length];
      for (let i = k; i < n; i += length) {
        const p = offset + i * step;
        const q = p + half * step;
        const tr = re[q] * c - im[q] * s;
        const ti = re[q] * s + im[q] * c;
        re[q] = re[p] - tr;
        im[q] = im[p] - ti;
        re[p] += tr;
        im[p] += ti;
      }
    }
  }
}

/**
 * Power spectrum of a square plane whose side is a power of two: |F(u, v)|², row-major, frequency 0 at index 0,
 * negative frequencies in the upper half of each axis. Throws `RangeError` for another shape.
 */
export function powerSpectrum(plane: Plane): Float64Array {
  const n = plane.width;
  if (n !== plane.height || n < 2 || (n & (n - 1)) !== 0)
    throw new RangeError(`the side must be a power of two, not ${n}`);
  const re = Float64Array.from(plane.data);
  const im = new Float64Array(re.length);
  const cos = Float64Array.from({ length: n / 2 }, (_, k) => Math.cos((-2 * Math.PI * k) / n));
  const sin = Float64Array.from({ length: n / 2 }, (_, k) => Math.sin((-2 * Math.PI * k) / n));
  for (let i = 0; i < n; i++) transform({ re, im, cos, sin }, n, i * n, 1);
  for (let i = 0; i < n; i++) transform({ re, im, cos, sin }, n, i, n);
  for (let i = 0; i < re.length; i++) re[i] = re[i] * re[i] + im[i] * im[i];
  return re;
}
