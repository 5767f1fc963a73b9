/** Rates of a two-class score, where a higher score means "same" (or "genuine"). */

/** The least threshold that at most `rate` of the impostors reach. */
export function thresholdAt(impostors: readonly number[], rate: number): number {
  const falling = Float64Array.from(impostors).sort().reverse();
  const allowed = Math.floor(rate * falling.length + 1e-9);
  return allowed >= falling.length ? Number.NEGATIVE_INFINITY : nextAbove(falling[allowed]);
}

/** Share of scores at or above the threshold. */
export function shareReaching(scores: readonly number[], threshold: number): number {
  return scores.length === 0 ? Number.NaN : scores.filter((s) => s >= threshold).length / scores.length;
}

/** Share of genuine pairs that are refused where at most `rate` of the impostors pass. */
export function fnmrAtFmr(genuine: readonly number[], impostors: readonly number[], rate: number): number {
  return 1 - shareReaching(genuine, thresholdAt(impostors, rate));
}

/** Area under the ROC curve: how often a genuine score lies above an impostor's, ties counted half. */
export function areaUnderCurve(genuine: readonly number[], impostors: readonly number[]): number {
  const sorted = Float64Array.from(impostors).sort();
  let wins = 0;
  for (const score of genuine) wins += (lowerBound(sorted, score) + lowerBound(sorted, nextAbove(score))) / 2;
  return wins / (genuine.length * sorted.length);
}

/** The value below which a share of the numbers lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

function lowerBound(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nextAbove(value: number): number {
  return value + Math.max(Number.MIN_VALUE, Math.abs(value) * 2 ** -50);
}
