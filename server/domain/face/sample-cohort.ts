import { seededNormal } from "@/server/domain/face/seeded-normal";

/** A mixture of normal distributions over embeddings: what faces in general look like, and nobody in particular. */
export interface CohortStatistics {
  /** Each is the mean over the embeddings of several people. */
  readonly centres: readonly Float32Array[];
  readonly weights: readonly number[];
  /** Lower Cholesky factor of the covariance within a centre, rows one after another (row i has i + 1 numbers). */
  readonly cholesky: Float32Array;
}

/** Embeddings of unit length drawn from the mixture: a cohort that holds no person's template. */
export function sampleCohort(statistics: CohortStatistics, count: number, seed: number): Float32Array[] {
  const { centres, weights, cholesky } = statistics;
  const random = seededNormal(seed);
  const out: Float32Array[] = [];
  for (let n = 0; n < count; n++) {
    const centre = centres[choose(weights, random.uniform())];
    const noise = Float32Array.from(centre, () => random.normal());
    const sample = new Float32Array(centre.length);
    for (let i = 0, k = 0; i < sample.length; i++) {
      let sum = centre[i];
      for (let j = 0; j <= i; j++) sum += cholesky[k++] * noise[j];
      sample[i] = sum;
    }
    const length = Math.hypot(...sample);
    out.push(sample.map((v) => v / length));
  }
  return out;
}

function choose(weights: readonly number[], u: number): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i];
    if (u < sum) return i;
  }
  return weights.length - 1;
}
