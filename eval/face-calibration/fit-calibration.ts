import { fitCohort, type Person } from "@/eval/face-calibration/fit-cohort";
import { thresholdAt } from "@/eval/statistics/error-rates";
import { openCalibration, packNumbers, type StoredCalibration, unpackNumbers } from "@/server/domain/face/calibration";
import {
  cosine,
  normalisedScore,
  type TemplateStatistics,
  templateStatistics,
} from "@/server/domain/face/normalise-score";

const RATES = [0.5, 0.2, 0.1, 0.03, 0.01, 0.003, 0.001, 0.0003];
const BEST = 50;
const TRUST = 0.5;
const FOLDS = 5;

/**
 * Cohort and score-to-rate table from people's templates. The cohort is fitted to all of them; the table is measured by crossing:
 * two strangers are normalised with a cohort fitted without them and without others of their folds, as unseen people will be. Only
 * strangers of one kind count, those nearest to the same centre: an impostor is seldom of another sex, age and origin.
 */
export function fitCalibration(model: { id: string; version: string }, people: readonly Person[]): StoredCalibration {
  const scores: number[] = [];
  for (let a = 0; a < FOLDS; a++) {
    for (let b = 0; b <= a; b++) {
      const seen = people.filter((_, i) => i % FOLDS !== a && i % FOLDS !== b);
      const [left, right] = [a, b].map((fold) => people.filter((_, i) => i % FOLDS === fold));
      scores.push(...strangerScores(left, right, store(model, seen, [])));
    }
  }
  const knots = RATES.map((rate) => [Number(thresholdAt(scores, rate).toFixed(4)), Math.log10(rate)] as const);
  return store(model, people, knots);
}

function store(model: { id: string; version: string }, people: readonly Person[], knots: StoredCalibration["knots"]) {
  const { centres, weights, cholesky } = fitCohort(people);
  const draft: StoredCalibration = {
    modelId: model.id,
    modelVersion: model.version,
    normalisation: { best: BEST, typical: { mean: 0, deviation: 1 }, trust: 1 },
    dimension: centres[0].length,
    weights: weights.map((w) => Number(w.toFixed(5))),
    centres: packNumbers(Float32Array.from(centres.flatMap((c) => [...c]))),
    cholesky: packNumbers(cholesky),
    knots,
  };
  return { ...draft, normalisation: { best: BEST, typical: typical(people, draft), trust: TRUST } };
}

/** The mean of everybody's own statistics, each person counted alike. */
function typical(people: readonly Person[], draft: StoredCalibration): TemplateStatistics {
  const { cohort, normalisation } = openCalibration(draft);
  const [mean, deviation] = (["mean", "deviation"] as const).map((part) => {
    const own = people.map(
      (p) =>
        p.templates.reduce((sum, t) => sum + templateStatistics(t, cohort, normalisation)[part], 0) /
        p.templates.length,
    );
    return Number((own.reduce((sum, v) => sum + v, 0) / own.length).toFixed(5));
  });
  return { mean, deviation };
}

/** Normalised scores of every pair of templates of two people of one kind, one from each list. */
function strangerScores(left: readonly Person[], right: readonly Person[], stored: StoredCalibration): number[] {
  const { cohort, normalisation } = openCalibration(stored);
  const faces = (people: readonly Person[]) =>
    people.flatMap((p) =>
      p.templates.map((t) => ({
        who: p.name,
        kind: kindOf(p, stored),
        t,
        s: templateStatistics(t, cohort, normalisation),
      })),
    );
  const sameFold = left[0]?.name === right[0]?.name;
  const others = faces(right);
  const out: number[] = [];
  for (const a of faces(left)) {
    for (const b of others)
      if (a.kind === b.kind && (a.who < b.who || (!sameFold && a.who !== b.who)))
        out.push(normalisedScore(cosine(a.t, b.t), a.s, b.s));
  }
  return out;
}

/** The centre that a person's mean template is nearest to. */
function kindOf({ templates }: Person, { centres, dimension }: StoredCalibration): number {
  const flat = unpackNumbers(centres);
  const scores = Array.from({ length: flat.length / dimension }, (_, k) => {
    const centre = flat.subarray(k * dimension, (k + 1) * dimension);
    return templates.reduce((sum, t) => sum + 2 * cosine(t, centre) - cosine(centre, centre), 0);
  });
  return scores.indexOf(Math.max(...scores));
}
