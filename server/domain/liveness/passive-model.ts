/** One signal inside one kind of attack: how unusual it is for a genuine picture, in the direction that the attack pushes it. */
export interface WeightedSignal {
  readonly signal: string;
  /** +1 where the attack raises the value, −1 where it lowers it. */
  readonly direction: 1 | -1;
  /** Applied to the value first: square root for shares near 0, logarithm for grain. */
  readonly transform?: "sqrt" | "log";
  /** Of genuine pictures, after the transform. */
  readonly median: number;
  readonly deviation: number;
  readonly weight: number;
}

/** A logistic model of one kind of attack. */
export interface AttackModel {
  readonly bias: number;
  readonly signals: readonly WeightedSignal[];
}

/** `pattern`: dots or pixel grid of a reproduction. `paper`: the dull tones of a print. `glow`: the strong colours of a screen. */
export type AttackCue = "pattern" | "paper" | "glow";
export type PassiveWeights = Readonly<Record<AttackCue, AttackModel>>;

const LEAST_Z = -3;
const MOST_Z = 4;

/** Deviations from genuine pictures towards the attack, −3 to 4; 0 where the signal was not measured. */
export function deviationOf(w: Omit<WeightedSignal, "weight">, signals: Readonly<Record<string, number>>): number {
  const raw = signals[w.signal];
  if (raw === undefined || !Number.isFinite(raw)) return 0;
  const z = (w.direction * (transformed(raw, w.transform) - w.median)) / w.deviation;
  return Math.max(LEAST_Z, Math.min(MOST_Z, z));
}

export function transformed(value: number, transform: WeightedSignal["transform"]): number {
  if (transform === "sqrt") return Math.sqrt(Math.max(0, value));
  return transform === "log" ? Math.log(Math.max(0, value) + 0.1) : value;
}

/** Probability of the attack by its own cues, 0–1. */
export function attackProbability(model: AttackModel, signals: Readonly<Record<string, number>>): number {
  const sum = model.signals.reduce((s, w) => s + w.weight * deviationOf(w, signals), model.bias);
  return 1 / (1 + Math.exp(-sum));
}
