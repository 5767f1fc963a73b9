import { wilson } from "@/eval/statistics/signal-rates";

export interface Cluster {
  readonly trials: number;
  readonly hits: number;
}

/**
 * 95 % interval of a rate whose trials come in clusters, such as many pictures of one pair of people: Wilson's, for as many
 * independent trials as vary as much as the clusters do (Kish's design effect). Without any hit each cluster counts as one trial.
 */
export function clusteredInterval(clusters: readonly Cluster[]): readonly [low: number, high: number] {
  const trials = clusters.reduce((sum, c) => sum + c.trials, 0);
  const hits = clusters.reduce((sum, c) => sum + c.hits, 0);
  const rate = hits / trials;
  if (hits === 0 || hits === trials) return wilson(rate * clusters.length, clusters.length);
  const spread = clusters.reduce((sum, c) => sum + (c.hits - rate * c.trials) ** 2, 0);
  const variance = (spread * clusters.length) / Math.max(1, clusters.length - 1) / trials ** 2;
  const independent = Math.min(trials, Math.max(1, (rate * (1 - rate)) / variance));
  return wilson(rate * independent, independent);
}
