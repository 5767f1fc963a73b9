import type { FaceScorer } from "@/eval/face-pairs/face-scorer";
import type { PairList } from "@/eval/face-pairs/read-pairs";
import { type Cluster, clusteredInterval } from "@/eval/statistics/clustered-interval";
import { shareReaching } from "@/eval/statistics/error-rates";

export interface GroupReport {
  readonly same: number;
  readonly different: number;
  readonly fnmr: number | null;
  readonly fmr: number | null;
  /** Every pair of pictures of two people among the pictures that the group's rows name, and of how many pairs of people. */
  readonly strangers: number;
  readonly people_pairs: number;
  /** Pairs of people of whom some two pictures are taken for one person. */
  readonly people_pairs_passed: number;
  readonly strangers_fmr: number | null;
  readonly strangers_interval: readonly [number, number] | null;
}

/** Error rates of each group at one threshold. */
export function groupReports(list: PairList, score: FaceScorer, limit: number): Record<string, GroupReport> {
  const groups: Record<string, GroupReport> = {};
  for (const group of new Set(list.pairs.map((p) => p.group))) {
    const rows = list.pairs.filter((p) => p.group === group);
    const of = (same: boolean) => rows.filter((p) => p.same === same).map((p) => score.rank(p.a, p.b));
    const [same, different] = [of(true), of(false)];
    const clusters = strangersOf([...new Set(rows.flatMap(({ a, b }) => [a, b]))], list, score, limit);
    const strangers = clusters.reduce((sum, c) => sum + c.trials, 0);
    const passed = clusters.reduce((sum, c) => sum + c.hits, 0);
    groups[group] = {
      same: same.length,
      different: different.length,
      fnmr: same.length ? round(1 - shareReaching(same, limit)) : null,
      fmr: different.length ? round(shareReaching(different, limit)) : null,
      strangers,
      people_pairs: clusters.length,
      people_pairs_passed: clusters.filter((c) => c.hits > 0).length,
      strangers_fmr: strangers ? round(passed / strangers) : null,
      strangers_interval: strangers ? clusteredInterval(clusters) : null,
    };
  }
  return groups;
}

/** One cluster for each pair of people. */
function strangersOf(files: readonly string[], { identities }: PairList, score: FaceScorer, limit: number): Cluster[] {
  const clusters = new Map<string, { trials: number; hits: number }>();
  files.forEach((a, i) => {
    for (const b of files.slice(0, i)) {
      const pair = [identities.get(a), identities.get(b)].sort();
      if (pair[0] === pair[1]) continue;
      const cluster = clusters.get(pair.join("\n")) ?? { trials: 0, hits: 0 };
      cluster.trials++;
      if (score.rank(a, b) >= limit) cluster.hits++;
      clusters.set(pair.join("\n"), cluster);
    }
  });
  return [...clusters.values()];
}

function round(value: number): number {
  return Number(value.toFixed(5));
}
