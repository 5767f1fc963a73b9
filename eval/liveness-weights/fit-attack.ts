import {
  type AttackModel,
  deviationOf,
  transformed,
  type WeightedSignal,
} from "@/server/domain/liveness/passive-model";

/** One measured picture for fitting. */
export interface Example {
  readonly signals: Readonly<Record<string, number>>;
  readonly attack: boolean;
  /** How much it counts. */
  readonly weight: number;
}

/** A cue before fitting: its direction and how much it is expected to matter. */
export interface Cue extends Pick<WeightedSignal, "signal" | "direction" | "transform"> {
  readonly prior: number;
}

const PULL_TO_PRIOR = 8;
const STEPS = 20_000;
const STEP = 0.002;
/** The share of genuine pictures beyond which a cue without examples of its attack speaks. */
const GENUINE_SHARE = 0.97;

/** Logistic regression with non-negative weights, held near their priors for want of many examples; classes count alike. */
export function fitAttack(cues: readonly Cue[], examples: readonly Example[]): AttackModel {
  const signals = measureGenuine(cues, examples);
  const rows = examples.map((e) => signals.map((s) => deviationOf(s, e.signals)));
  const share = [false, true].map((attack) => sum(examples.filter((e) => e.attack === attack).map((e) => e.weight)));
  const counts = examples.map((e) => (e.weight / share[Number(e.attack)]) * (examples.length / 2));
  const weights = cues.map((c) => c.prior);
  let bias = -2;
  for (let step = 0; step < STEPS; step++) {
    const slope = cues.map((c, j) => PULL_TO_PRIOR * (weights[j] - c.prior));
    let biasSlope = 0;
    rows.forEach((row, i) => {
      const p = 1 / (1 + Math.exp(-row.reduce((s, z, j) => s + z * weights[j], bias)));
      const error = counts[i] * (p - Number(examples[i].attack));
      biasSlope += error;
      row.forEach((z, j) => {
        slope[j] += error * z;
      });
    });
    slope.forEach((g, j) => {
      weights[j] = Math.max(0, weights[j] - STEP * g);
    });
    bias -= STEP * biasSlope;
  }
  return finished(signals, weights, bias);
}

/** A model from genuine pictures alone: the priors as weights, half probability where 3 % of the genuine lie beyond. */
export function fitGenuine(cues: readonly Cue[], examples: readonly Example[]): AttackModel {
  const signals = measureGenuine(cues, examples);
  const scores = Float64Array.from(examples, (e) =>
    sum(cues.map((c, j) => c.prior * deviationOf(signals[j], e.signals))),
  ).sort();
  const at = (share: number) => scores[Math.floor(share * (scores.length - 1))];
  const slope = 4 / (at(GENUINE_SHARE) - at(0.5));
  return finished(
    signals,
    cues.map((c) => c.prior * slope),
    -at(GENUINE_SHARE) * slope,
  );
}

/** Median and half the central 68 % of genuine pictures, each counted alike. */
function measureGenuine(cues: readonly Cue[], examples: readonly Example[]): Omit<WeightedSignal, "weight">[] {
  return cues.map(({ signal, direction, transform }) => {
    const values = Float64Array.from(
      examples
        .filter((e) => !e.attack && e.signals[signal] !== undefined)
        .map((e) => transformed(e.signals[signal], transform)),
    ).sort();
    const at = (share: number) => values[Math.floor(share * (values.length - 1))];
    return { signal, direction, transform, median: round(at(0.5)), deviation: round((at(0.84) - at(0.16)) / 2) };
  });
}

function finished(
  signals: readonly Omit<WeightedSignal, "weight">[],
  weights: readonly number[],
  bias: number,
): AttackModel {
  return { bias: round(bias), signals: signals.map((s, j) => ({ ...s, weight: round(weights[j]) })) };
}

function sum(values: readonly number[]): number {
  return values.reduce((s, v) => s + v, 0);
}

function round(value: number): number {
  return Number(value.toFixed(4));
}
