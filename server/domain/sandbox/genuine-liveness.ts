import type { FrameEvidence, LivenessEvidence } from "@/server/domain/liveness/evidence";
import type { AttackCue, WeightedSignal } from "@/server/domain/liveness/passive-model";
import { PASSIVE_WEIGHTS } from "@/server/domain/liveness/passive-weights";

const STEP_MS = 100;
const TURN = [0, 1, 0, 5, 12, 20, 26, 20, 8, 1, 0, 0];
const BLINK = [0.32, 0.32, 0.31, 0.32, 0.32, 0.3, 0.2, 0.12, 0.2, 0.31, 0.32, 0.32];

/** The value that stands so many deviations from genuine pictures towards the attack. */
function valueAt({ direction, transform, median, deviation }: WeightedSignal, z: number): number {
  const value = median + direction * deviation * z;
  if (transform === "sqrt") return Math.max(0, value) ** 2;
  return transform === "log" ? Math.exp(value) - 0.1 : value;
}

/** Every passive signal as genuine pictures have it, in the middle. */
function genuineSignals(): Record<string, number> {
  const all = Object.values(PASSIVE_WEIGHTS).flatMap(({ signals }) => [...signals]);
  return Object.fromEntries(all.map((one) => [one.signal, valueAt(one, 0)]));
}

/** The same with one kind of attack's own signals where that attack puts them. */
export function attackSignals(cue: AttackCue): Record<string, number> {
  const own = PASSIVE_WEIGHTS[cue].signals.map((one) => [one.signal, valueAt(one, 4)]);
  return { ...genuineSignals(), ...Object.fromEntries(own) };
}

export type Act = "turn_left" | "turn_right" | "blink" | "still";

/** Frames of a head that does these things one after the other, ten a second. */
export function framesOf(acts: readonly Act[]): FrameEvidence[] {
  return acts.flatMap((act, part) =>
    TURN.map((turn, i) => {
      const yaw = act === "turn_left" ? turn : act === "turn_right" ? -turn : 0;
      const at = part * TURN.length + i;
      const eyeOpenness = act === "blink" ? BLINK[i] : 0.32;
      return { tMs: at * STEP_MS, faces: 1, yaw, pitch: 0, roll: 0, eyeOpenness, points: [at, yaw, eyeOpenness] };
    }),
  );
}

/** What a live person before the camera looks like to the models, with what is changed. */
export function genuineLiveness(change: Partial<LivenessEvidence> = {}): LivenessEvidence {
  return {
    faces: 1,
    face: { size: 0.9, sharpness: 0.9, exposure: 0.9, frontal: 0.95, eyesOpen: 0.95 },
    signals: genuineSignals(),
    models: [],
    ...change,
  };
}
