import type { TemplateStatistics } from "@/server/domain/face/normalise-score";

/** Many templates of one space side by side, with how close each comes to strangers in general. */
export interface FaceGallery {
  readonly count: number;
  readonly dimension: number;
  /** Templates one after another, each of unit length; there may be room behind the last. */
  readonly templates: Float32Array;
  /** `FACTS` numbers a template: mean and deviation of its scores against strangers, length of its numbers from `FIRST_LOOK` on. */
  readonly facts: Float32Array;
}

export interface FaceProbe {
  readonly template: ArrayLike<number>;
  readonly statistics: TemplateStatistics;
}

export interface GalleryHit {
  /** Place in the gallery. */
  readonly index: number;
  /** Normalised score, as `normalisedScore` gives it. */
  readonly score: number;
}

export const FACTS = 3;
/** So many numbers of a template are compared first: what they cannot make up for any more is not compared further. */
const FIRST_LOOK = 192;

/** Facts of one template for a gallery. */
export function galleryFacts(template: ArrayLike<number>, { mean, deviation }: TemplateStatistics): number[] {
  return [mean, deviation, restLength(template)];
}

/**
 * The templates most like a probe, best first; at most `most`, each of at least the score `least`. Exact: a template is left out
 * early only where the rest of it could not reach the score, whatever it were (Cauchy and Schwarz).
 */
export function searchGallery(
  { count, dimension, templates, facts }: FaceGallery,
  probe: FaceProbe,
  { most, least }: { readonly most: number; readonly least: number },
): GalleryHit[] {
  const wanted = Float64Array.from(probe.template);
  const { mean, deviation } = probe.statistics;
  const split = Math.min(FIRST_LOOK, dimension);
  const rest = restLength(wanted);
  const first = new Float64Array(4);
  const hits: GalleryHit[] = [];
  let floor = least;
  for (let row = 0; row < count; row += 4) {
    fourSums(templates, row * dimension, dimension, wanted, split, first);
    const last = Math.min(4, count - row);
    for (let k = 0; k < last; k++) {
      const index = row + k;
      const own = facts[index * FACTS];
      const spread = facts[index * FACTS + 1];
      // Score and cosine rise together: this is the cosine that the floor asks of this pair.
      const needed = (2 * floor + mean / deviation + own / spread) / (1 / deviation + 1 / spread);
      if (first[k] + rest * facts[index * FACTS + 2] + 1e-6 < needed) continue;
      const cosine = first[k] + sum(templates, index * dimension, wanted, split);
      if (cosine < needed) continue;
      keepBest(hits, { index, score: ((cosine - mean) / deviation + (cosine - own) / spread) / 2 }, most);
      if (hits.length === most) floor = hits[most - 1].score;
    }
  }
  return hits;
}

/** Dot products of four templates at once: each number of the probe is fetched once for all of them. */
function fourSums(
  all: Float32Array,
  from: number,
  stride: number,
  wanted: Float64Array,
  length: number,
  out: Float64Array,
): void {
  const [q, r, s] = [from + stride, from + 2 * stride, from + 3 * stride];
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let k = 0; k < length; k++) {
    const w = wanted[k];
    a += all[from + k] * w;
    b += all[q + k] * w;
    c += all[r + k] * w;
    d += all[s + k] * w;
  }
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
}

function sum(all: Float32Array, from: number, wanted: Float64Array, start: number): number {
  let total = 0;
  for (let k = start; k < wanted.length; k++) total += all[from + k] * wanted[k];
  return total;
}

function restLength(template: ArrayLike<number>): number {
  let squares = 0;
  for (let k = FIRST_LOOK; k < template.length; k++) squares += template[k] ** 2;
  return Math.sqrt(squares);
}

function keepBest(hits: GalleryHit[], hit: GalleryHit, most: number): void {
  let at = hits.length;
  while (at > 0 && hits[at - 1].score < hit.score) at--;
  hits.splice(at, 0, hit);
  if (hits.length > most) hits.pop();
}
