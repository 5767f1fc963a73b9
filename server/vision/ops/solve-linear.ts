/**
 * Solves A·x = b by Gaussian elimination with partial pivoting. `a` is n×n row-major; both arrays are overwritten.
 * Returns undefined where A is singular to within `tolerance` of its largest entry.
 */
export function solveLinear(a: Float64Array, b: Float64Array, tolerance = 1e-12): Float64Array | undefined {
  const n = b.length;
  const largest = a.reduce((m, v) => Math.max(m, Math.abs(v)), 0);
  for (let col = 0; col < n; col++) {
    const pivot = pivotRow(a, n, col);
    if (!(Math.abs(a[pivot * n + col]) > tolerance * largest)) return undefined;
    if (pivot !== col) swapRows(a, b, n, pivot, col);
    for (let row = col + 1; row < n; row++) {
      const k = a[row * n + col] / a[col * n + col];
      if (k === 0) continue;
      for (let i = col; i < n; i++) a[row * n + i] -= k * a[col * n + i];
      b[row] -= k * b[col];
    }
  }
  for (let row = n - 1; row >= 0; row--) {
    let s = b[row];
    for (let i = row + 1; i < n; i++) s -= a[row * n + i] * b[i];
    b[row] = s / a[row * n + row];
  }
  return b;
}

function pivotRow(a: Float64Array, n: number, col: number): number {
  let best = col;
  for (let row = col + 1; row < n; row++) if (Math.abs(a[row * n + col]) > Math.abs(a[best * n + col])) best = row;
  return best;
}

function swapRows(a: Float64Array, b: Float64Array, n: number, p: number, q: number): void {
  for (let i = 0; i < n; i++) [a[p * n + i], a[q * n + i]] = [a[q * n + i], a[p * n + i]];
  [b[p], b[q]] = [b[q], b[p]];
}
