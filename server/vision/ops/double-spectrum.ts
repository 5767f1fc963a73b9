/** Power spectra of two real square patches from one complex transform (radix 2), for patches of one fixed side. */
export interface DoubleSpectrum {
  /**
   * Writes |A(u, v)|² and |B(u, v)|² of the planes given as real and imaginary part; row-major, frequency 0 at index 0.
   */
  of(first: Float64Array, second: Float64Array, powerFirst: Float64Array, powerSecond: Float64Array): void;
}

/** @param n side, a power of two; throws `RangeError` for another */
export function doubleSpectrum(n: number): DoubleSpectrum {
  if (n < 2 || (n & (n - 1)) !== 0) throw new RangeError(`the side must be a power of two, not ${n}`);
  const cos = Float64Array.from({ length: n / 2 }, (_, k) => Math.cos((-2 * Math.PI * k) / n));
  const sin = Float64Array.from({ length: n / 2 }, (_, k) => Math.sin((-2 * Math.PI * k) / n));
  const swap = Uint16Array.from({ length: n }, (_, i) => reversed(i, n));
  const re = new Float64Array(n * n);
  const im = new Float64Array(n * n);
  const turned = [new Float64Array(n * n), new Float64Array(n * n)];
  return {
    of(first, second, powerFirst, powerSecond) {
      re.set(first);
      im.set(second);
      rows(re, im, n, cos, sin, swap);
      transpose(re, turned[0], n);
      transpose(im, turned[1], n);
      rows(turned[0], turned[1], n, cos, sin, swap);
      separate(turned[0], turned[1], n, powerFirst, powerSecond);
    },
  };
}

function reversed(i: number, n: number): number {
  let out = 0;
  for (let bit = 1; bit < n; bit <<= 1) out = (out << 1) | (i & bit ? 1 : 0);
  return out;
}

function rows(
  re: Float64Array,
  im: Float64Array,
  n: number,
  cos: Float64Array,
  sin: Float64Array,
  swap: Uint16Array,
): void {
  for (let row = 0; row < n * n; row += n) {
    for (let i = 0; i < n; i++) {
      const j = swap[i];
      if (i >= j) continue;
      const [p, q] = [row + i, row + j];
      const [tr, ti] = [re[p], im[p]];
      re[p] = re[q];
      im[p] = im[q];
      re[q] = tr;
      im[q] = ti;
    }
    for (let length = 2; length <= n; length <<= 1) {
      const half = length >> 1;
      const stride = n / length;
      for (let start = row; start < row + n; start += length) {
        for (let k = 0; k < half; k++) {
          const p = start + k;
          const q = p + half;
          const c = cos[k * stride];
          const s = sin[k * stride];
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
}

function transpose(from: Float64Array, to: Float64Array, n: number): void {
  for (let y = 0; y < n; y++) for (let x = 0; x < n; x++) to[x * n + y] = from[y * n + x];
}

/**
 * A real plane's transform is its own mirror image, conjugated: so the sum and difference of mirrored places tell the
 * two apart.
 */
function separate(re: Float64Array, im: Float64Array, n: number, first: Float64Array, second: Float64Array): void {
  for (let x = 0; x < n; x++) {
    for (let y = 0; y < n; y++) {
      const p = x * n + y;
      const q = ((n - x) % n) * n + ((n - y) % n);
      const o = y * n + x;
      first[o] = ((re[p] + re[q]) ** 2 + (im[p] - im[q]) ** 2) / 4;
      second[o] = ((im[p] + im[q]) ** 2 + (re[p] - re[q]) ** 2) / 4;
    }
  }
}
