import type { SpoofType } from "@/server/contract/enums";
import type { Reason } from "@/server/contract/fields";
import type { LivenessEvidence } from "@/server/domain/liveness/evidence";
import type { Motion } from "@/server/domain/liveness/find-motions";
import { judgeSequence, type SequenceTask, type SequenceVerdict } from "@/server/domain/liveness/judge-sequence";
import { PASSIVE_WEIGHTS } from "@/server/domain/liveness/passive-weights";
import { pictureHints } from "@/server/domain/liveness/picture-hints";
import { type PassiveScore, scorePassive } from "@/server/domain/liveness/score-passive";

/** What the caller or the server asked for, beside the picture. */
export interface LivenessTask {
  /** Motions to look for, in no order. They need frames. */
  readonly hints?: { readonly pose?: boolean; readonly blink?: boolean };
  /** Motions that the server drew, in order. */
  readonly actions?: readonly Motion[];
}

export interface LivenessVerdict {
  readonly is_live: boolean;
  /** `none` only for a live person; `unknown` where the evidence is thin or of no known kind. */
  readonly spoof_type: SpoofType;
  /** Of the verdict, 0–1. */
  readonly confidence: number;
  readonly hints: string[];
  readonly reasons: Reason[];
  readonly signals: { name: string; value: number; score: number; message: string }[];
  readonly faces: number;
}

/** From this probability on, a picture is taken for an attack. */
export const ATTACK_THRESHOLD = 0.5;
/** Below this a face's size, sharpness or light is too poor to say anything. */
const LEAST_QUALITY = 0.12;
/** How much of the remaining doubt a sequence with depth takes away. */
const SEQUENCE_SHARE = 0.7;
/** How sure one may be of what was asked and denied. */
const DENIED_CONFIDENCE = 0.9;

/** Whether a picture or a sequence shows a live person. What is missing, thin or contradictory is never live. */
export function judgeLiveness(evidence: LivenessEvidence, task: LivenessTask = {}): LivenessVerdict {
  const passive = scorePassive(evidence.signals, PASSIVE_WEIGHTS);
  const base = { hints: pictureHints(evidence), signals: [...passive.signals], faces: evidence.faces };
  const thin = thinness(evidence, task);
  if (thin.length > 0) return { ...base, is_live: false, spoof_type: "unknown", confidence: 0.2, reasons: thin };
  const sequence = evidence.frames ? judgeSequence(evidence, sequenceTask(task)) : undefined;
  if (sequence?.outcome === "denied") {
    const spoof_type = sequence.flat ? (passive.cues.glow > passive.cues.paper ? "screen" : "paper") : "unknown";
    return { ...base, is_live: false, spoof_type, confidence: DENIED_CONFIDENCE, reasons: sequence.reasons };
  }
  if (passive.attack >= ATTACK_THRESHOLD) return { ...base, ...attackVerdict(evidence, passive) };
  const live = liveVerdict(passive, sequence);
  return {
    ...base,
    is_live: true,
    spoof_type: "none",
    ...live,
    reasons: [...live.reasons, ...unanswered(evidence, task)],
  };
}

/** Reasons for which nothing can be said. */
function thinness({ faces, face, signals, frames }: LivenessEvidence, task: LivenessTask): Reason[] {
  if (faces === 0 || !face) return [{ code: "no_face", message: "No face was found in the picture." }];
  const reasons: Reason[] = [];
  for (const part of ["size", "sharpness", "exposure"] as const) {
    if (face[part] >= LEAST_QUALITY) continue;
    const message = `The face's ${part} is too poor to judge.`;
    reasons.push({ code: `face_${part}_too_low`, message, value: face[part], threshold: LEAST_QUALITY });
  }
  if (Object.keys(signals).length === 0)
    reasons.push({ code: "no_signals", message: "Nothing could be measured on the picture." });
  if (!frames && (task.actions?.length ?? 0) > 0) {
    reasons.push({ code: "frames_missing", message: "The motions that were asked for need frames." });
  }
  return reasons;
}

function sequenceTask({ hints, actions = [] }: LivenessTask): SequenceTask {
  const anyTime: SequenceTask["anyTime"][number][] = [];
  if (hints?.blink && !actions.includes("blink")) anyTime.push("blink");
  if (hints?.pose && !actions.some((action) => action !== "blink")) anyTime.push("pose");
  return { actions, anyTime };
}

/** Motions were asked for of a single picture: said, and not held against it. */
function unanswered({ frames }: LivenessEvidence, { hints }: LivenessTask): Reason[] {
  if (frames || (!hints?.pose && !hints?.blink)) return [];
  return [{ code: "motion_not_checked", message: "Pose and blink need frames; the picture was judged alone." }];
}

function attackVerdict({ signals }: LivenessEvidence, { attack, cues }: PassiveScore) {
  const spoof_type = spoofType(cues, signals);
  const kind = spoof_type === "screen" ? "a picture shown on a screen" : "a printed picture";
  const reason = {
    code: `spoof_${spoof_type}`,
    message: `The picture looks like ${kind}.`,
    value: attack,
    threshold: ATTACK_THRESHOLD,
  };
  return { is_live: false, spoof_type, confidence: attack, reasons: [reason] };
}

/** Dots and grids come from both: then the darkest tones decide, which glow on a screen less than they fade on paper. */
function spoofType(
  { pattern, paper, glow }: PassiveScore["cues"],
  signals: LivenessEvidence["signals"],
): "screen" | "paper" {
  if (glow >= Math.max(paper, pattern)) return "screen";
  if (paper >= pattern) return "paper";
  return (signals.black_level ?? 0) >= PAPER_BLACK ? "paper" : "screen";
}

const PAPER_BLACK = 56;

function liveVerdict({ attack }: PassiveScore, sequence: SequenceVerdict | undefined) {
  const still = 1 - attack;
  const confidence = sequence?.outcome === "shown" ? 1 - attack * (1 - SEQUENCE_SHARE) : still;
  const reason = {
    code: "live",
    message: "No sign of a screen, a print or a mask.",
    value: still,
    threshold: 1 - ATTACK_THRESHOLD,
  };
  return { confidence, reasons: [...(sequence?.reasons ?? []), reason] };
}
