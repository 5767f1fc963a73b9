const ONES = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4];

/** Bits in which two hashes of hexadecimal digits differ; digits that one of them lacks count as wholly different. */
export function hammingDistance(a: string, b: string): number {
  let bits = 4 * Math.abs(a.length - b.length);
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    bits += ONES[Number.parseInt(a[i], 16) ^ Number.parseInt(b[i], 16)];
  }
  return bits;
}
