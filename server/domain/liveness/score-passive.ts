import { MEDIUM_SIGNALS } from "@/server/domain/liveness/name-medium";
import {
  type AttackCue,
  attackProbability,
  deviationOf,
  type PassiveWeights,
} from "@/server/domain/liveness/passive-model";
import { SIGNAL_TEXTS } from "@/server/domain/liveness/signal-texts";

export interface PassiveScore {
  /** Probability of any attack, 0–1. */
  readonly attack: number;
  readonly cues: Readonly<Record<AttackCue, number>>;
  /** Every measured signal: raw value, score (1 is as on genuine pictures) and one sentence. */
  readonly signals: readonly {
    readonly name: string;
    readonly value: number;
    readonly score: number;
    readonly message: string;
  }[];
}

/** Deviations at which a signal counts as half unusual, and as wholly. */
const HALF_UNUSUAL = 2;

/** What the passive signals of one picture say together. An attack is of one kind, so the strongest cue speaks. */
export function scorePassive(signals: Readonly<Record<string, number>>, weights: PassiveWeights): PassiveScore {
  const cues = {
    pattern: attackProbability(weights.pattern, signals),
    paper: attackProbability(weights.paper, signals),
    glow: attackProbability(weights.glow, signals),
  };
  const attack = Math.max(cues.pattern, cues.paper, cues.glow);
  return {
    attack,
    cues,
    signals: Object.entries(signals).map(([name, value]) => explain(name, value, signals, weights)),
  };
}

function explain(name: string, value: number, signals: Readonly<Record<string, number>>, weights: PassiveWeights) {
  const deviations = Object.values(weights).flatMap((model) =>
    model.signals.filter((w) => w.signal === name && w.weight > 0).map((w) => deviationOf(w, signals)),
  );
  const worst = Math.max(0, HALF_UNUSUAL * mediumShare(name, value), ...deviations);
  const score = 1 / (1 + (worst / HALF_UNUSUAL) ** 4);
  const text = SIGNAL_TEXTS[name];
  const message = text ? (score >= 0.5 ? text.usual : text.unusual) : `${name} is ${value.toFixed(3)}.`;
  return { name, value, score, message };
}

/** A signal that names what a picture is shown on: 1 where it is just seen. */
function mediumShare(name: string, value: number): number {
  const seen: Readonly<Record<string, number>> = MEDIUM_SIGNALS;
  return seen[name] === undefined ? 0 : value / seen[name];
}
