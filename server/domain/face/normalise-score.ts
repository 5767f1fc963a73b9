/** How close a template comes to people in general: mean and deviation of its best scores against a cohort. */
export interface TemplateStatistics {
  readonly mean: number;
  readonly deviation: number;
}

/** How the statistics are taken; part of a calibration. */
export interface Normalisation {
  /** How many of the best cohort scores count. */
  readonly best: number;
  /** What the statistics are over many people. */
  readonly typical: TemplateStatistics;
  /** How far a template's own statistics are trusted against the typical ones, 0–1: a sampled cohort knows them only roughly. */
  readonly trust: number;
}

/** Cosine of two vectors of unit length. */
export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** The template against every member of the cohort. */
export function templateStatistics(
  template: ArrayLike<number>,
  cohort: readonly Float32Array[],
  { best, typical, trust }: Normalisation,
): TemplateStatistics {
  const scores = Float64Array.from(cohort, (member) => cosine(template, member))
    .sort()
    .slice(-best);
  const mean = scores.reduce((sum, v) => sum + v, 0) / scores.length;
  const variance = scores.reduce((sum, v) => sum + (v - mean) ** 2, 0) / scores.length;
  return {
    mean: typical.mean + trust * (mean - typical.mean),
    deviation: typical.deviation ** (1 - trust) * Math.sqrt(variance) ** trust,
  };
}

/**
 * Adaptive symmetric score normalisation (Matějka et al. 2017): how many deviations two templates lie closer together than either
 * does to its nearest strangers. One threshold on it serves people and cameras whose plain scores differ.
 */
export function normalisedScore(score: number, a: TemplateStatistics, b: TemplateStatistics): number {
  return ((score - a.mean) / a.deviation + (score - b.mean) / b.deviation) / 2;
}
