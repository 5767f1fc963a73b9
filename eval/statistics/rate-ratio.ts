export interface Counted {
  readonly hits: number;
  readonly trials: number;
}

/**
 * How likely rare hits fall on `a` as often as they did, or oftener, where its rate is `factor` times that of `b`: the exact test of
 * two rates given their sum (Przyborowski and Wilenski 1940). Small: the rates differ by more than the factor.
 */
export function chanceOfRatio(a: Counted, b: Counted, factor: number): number {
  const all = a.hits + b.hits;
  const share = (factor * a.trials) / (factor * a.trials + b.trials);
  let term = (1 - share) ** all;
  let below = 0;
  for (let hits = 0; hits < a.hits; hits++) {
    below += term;
    term *= ((all - hits) / (hits + 1)) * (share / (1 - share));
  }
  return Math.min(1, Math.max(0, 1 - below));
}
