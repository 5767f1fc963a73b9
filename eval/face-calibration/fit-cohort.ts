import type { CohortStatistics } from "@/server/domain/face/sample-cohort";
import { seededNormal } from "@/server/domain/face/seeded-normal";

/** Embeddings of one person. */
export interface Person {
  readonly name: string;
  readonly templates: readonly (readonly number[])[];
}

/** No centre may stand for fewer people than this, so that none is anybody's template. */
const LEAST_PEOPLE = 5;
const MOST_CENTRES = 6;
const ROUNDS = 30;
const STARTS = 20;
const SEED = 7;

/**
 * A mixture of normal distributions fitted to many people: their mean embeddings are grouped (k-means, groups of fewer than five
 * people joined to the nearest), each group gives a centre and a weight, and all share one covariance.
 */
export function fitCohort(people: readonly Person[]): CohortStatistics {
  const means = people.map((p) => mean(p.templates));
  const groups = joinSmall(kMeans(means, Math.min(MOST_CENTRES, Math.floor(people.length / LEAST_PEOPLE))), means);
  const members = groups.map((group) => group.flatMap((i) => people[i].templates));
  const centres = members.map(mean);
  const total = members.reduce((n, m) => n + m.length, 0);
  return {
    centres: centres.map((c) => Float32Array.from(c)),
    weights: members.map((m) => m.length / total),
    cholesky: cholesky(covariance(members, centres)),
  };
}

type Vector = readonly number[];

function mean(vectors: readonly Vector[]): Vector {
  return vectors[0].map((_, i) => vectors.reduce((sum, v) => sum + v[i], 0) / vectors.length);
}

function distance(a: Vector, b: Vector): number {
  return a.reduce((sum, v, i) => sum + (v - b[i]) ** 2, 0);
}

function nearest(point: Vector, centres: readonly Vector[]): number {
  return centres.reduce((best, c, i) => (distance(point, c) < distance(point, centres[best]) ? i : best), 0);
}

/** Lloyd's algorithm from several random starts; the grouping with the least spread is kept. Groups of indices. */
function kMeans(points: readonly Vector[], k: number): number[][] {
  const random = seededNormal(SEED);
  let best: { groups: number[][]; spread: number } | undefined;
  for (let start = 0; start < STARTS; start++) {
    const found = lloyd(points, firstCentres(points, k, random.uniform));
    if (!best || found.spread < best.spread) best = found;
  }
  return best?.groups ?? [];
}

/** k-means++ (Arthur and Vassilvitskii 2007): far points are likelier to be chosen. */
function firstCentres(points: readonly Vector[], k: number, uniform: () => number): Vector[] {
  const centres: Vector[] = [points[Math.floor(uniform() * points.length)]];
  while (centres.length < k) {
    const gaps = points.map((p) => distance(p, centres[nearest(p, centres)]));
    const total = gaps.reduce((sum, g) => sum + g, 0);
    centres.push(points[drawIndex(gaps, uniform() * total)]);
  }
  return centres;
}

/** The index at which the running sum passes `target`. */
function drawIndex(shares: readonly number[], target: number): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i++) {
    sum += shares[i];
    if (sum >= target) return i;
  }
  return shares.length - 1;
}

function lloyd(points: readonly Vector[], centres: Vector[]): { groups: number[][]; spread: number } {
  let groups: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    groups = centres.map(() => []);
    points.forEach((p, i) => {
      groups[nearest(p, centres)].push(i);
    });
    groups.forEach((group, i) => {
      if (group.length > 0) centres[i] = mean(group.map((j) => points[j]));
    });
  }
  const spread = points.reduce((sum, p) => sum + distance(p, centres[nearest(p, centres)]), 0);
  return { groups: groups.filter((group) => group.length > 0), spread };
}

function joinSmall(groups: number[][], points: readonly Vector[]): number[][] {
  const out = groups.map((g) => [...g]);
  for (;;) {
    const small = out.filter((g) => g.length < LEAST_PEOPLE).sort((a, b) => a.length - b.length)[0];
    if (!small || out.length === 1) return out;
    out.splice(out.indexOf(small), 1);
    const centre = mean(small.map((i) => points[i]));
    out[
      nearest(
        centre,
        out.map((g) => mean(g.map((i) => points[i]))),
      )
    ].push(...small);
  }
}

function covariance(members: readonly (readonly Vector[])[], centres: readonly Vector[]): number[][] {
  const n = centres[0].length;
  const out = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  const total = members.reduce((sum, m) => sum + m.length, 0);
  members.forEach((vectors, g) => {
    for (const v of vectors) {
      for (let i = 0; i < n; i++) {
        for (let j = 0; j <= i; j++) out[i][j] += ((v[i] - centres[g][i]) * (v[j] - centres[g][j])) / total;
      }
    }
  });
  return out;
}

/** Lower factor of a covariance given by its lower half; a little is added to the diagonal so that it exists. */
function cholesky(matrix: readonly (readonly number[])[]): Float32Array {
  const n = matrix.length;
  const rows: number[][] = [];
  for (let i = 0; i < n; i++) {
    rows.push([]);
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i][j] + (i === j ? 1e-6 : 0);
      for (let k = 0; k < j; k++) sum -= rows[i][k] * rows[j][k];
      rows[i].push(i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / rows[j][j]);
    }
  }
  return Float32Array.from(rows.flat());
}
