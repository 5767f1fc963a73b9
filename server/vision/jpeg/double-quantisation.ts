import { FREQUENCIES, type LumaHistograms, VALUES } from "@/server/vision/jpeg/luma-histograms";

/** Whether coefficients were quantised before with other steps, and by which table. */
export interface DoubleQuantisation {
  /** Quality of the likeliest first table, as the IJG scales its own (T.81 annex K), 1–100. */
  readonly quality: number;
  /** How much of the pattern is there that the first table would make: 0 none, 1 all of it. */
  readonly share: number;
  /** `share` in units of its own standard error. */
  readonly certainty: number;
}

/** First `FREQUENCIES` + 1 steps of the luminance table of T.81, annex K, in zigzag order. */
const STANDARD = [16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24];
const LOWEST_QUALITY = 30;
/** Rounding to whole grey values between the two savings, as a deviation of coefficients. */
const ROUNDING = 0.45;
/** Sizes compared: below, the peak at 0 bends the histogram; above, there are too few. */
const FROM = 2;
const TO = 40;
const FEWEST = 24;

/** The table under which the histograms' steps from size to size fit best. */
export function doubleQuantisation({ frequencies }: LumaHistograms): DoubleQuantisation {
  const known = new Map<number, Fit>();
  let best: DoubleQuantisation = { quality: 0, share: 0, certainty: 0 };
  for (let quality = LOWEST_QUALITY; quality < 100; quality++) {
    let [matched, expected] = [0, 0];
    for (let k = 0; k < FREQUENCIES; k++) {
      const { step, counts } = frequencies[k];
      const before = scaledStep(STANDARD[k + 1], quality);
      if (before === step) continue;
      const key = k * 1024 + before;
      const fit = known.get(key) ?? fitPattern(counts, patternOf(before, step));
      known.set(key, fit);
      matched += fit.matched;
      expected += fit.expected;
    }
    if (expected === 0) continue;
    const certainty = matched / Math.sqrt(expected);
    if (certainty > best.certainty) best = { quality, share: matched / expected, certainty };
  }
  return best;
}

function scaledStep(step: number, quality: number): number {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  return Math.max(1, Math.min(255, Math.floor((step * scale + 50) / 100)));
}

/** How many sizes of the first quantisation fall into each of the second, rounding spread in between. */
function patternOf(before: number, step: number): Float64Array {
  const shares = new Float64Array(VALUES);
  for (let k = 0; k < VALUES; k++) {
    const [low, high] = [(k - 0.5) * step, (k + 0.5) * step];
    const last = Math.ceil((high + 2) / before);
    for (let m = Math.floor((low - 2) / before); m <= last; m++) {
      shares[k] += below((high - m * before) / ROUNDING) - below((low - m * before) / ROUNDING);
    }
  }
  return shares;
}

/** The normal distribution; to 1e-3, which the pattern does not notice. */
function below(z: number): number {
  if (z > 4) return 1;
  return z < -4 ? 0 : 1 / (1 + Math.exp(-1.5976 * z - 0.07056 * z ** 3));
}

interface Fit {
  readonly matched: number;
  readonly expected: number;
}

/**
 * Regression of the histogram's bends (on a logarithmic scale, where one quantisation leaves none or, of pure noise,
 * one and the same at every size: that part is taken off) on the pattern's.
 */
function fitPattern(counts: Float64Array, shares: Float64Array): Fit {
  let [weights, seenSum, bendSum, matched, expected] = [0, 0, 0, 0, 0];
  for (let k = FROM; k < TO; k++) {
    const [a, b, c] = [counts[k - 1] + 1, counts[k] + 1, counts[k + 1] + 1];
    if (a + b + c < FEWEST) continue;
    const seen = Math.log(b) - (Math.log(a) + Math.log(c)) / 2;
    const bend = Math.log(shares[k] + 0.05) - (Math.log(shares[k - 1] + 0.05) + Math.log(shares[k + 1] + 0.05)) / 2;
    const weight = 1 / (1 / b + 0.25 / a + 0.25 / c);
    weights += weight;
    seenSum += weight * seen;
    bendSum += weight * bend;
    matched += weight * seen * bend;
    expected += weight * bend * bend;
  }
  if (weights === 0) return { matched: 0, expected: 0 };
  return { matched: matched - (seenSum * bendSum) / weights, expected: expected - bendSum ** 2 / weights };
}
