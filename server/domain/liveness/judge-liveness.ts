import type { SpoofType } from "@/server/contract/enums";
import type { Reason } from "@/server/contract/fields";
import type { CaptureReport, LivenessAction, LivenessColour } from "@/server/contract/liveness-challenge";
import type { LivenessEvidence } from "@/server/domain/liveness/evidence";
import { judgeInjection, SUSPECTED } from "@/server/domain/liveness/injection/judge-injection";
import { nameMedium } from "@/server/domain/liveness/name-medium";
import { PASSIVE_WEIGHTS } from "@/server/domain/liveness/passive-weights";
import { pictureHints } from "@/server/domain/liveness/picture-hints";
import { type PassiveScore, scorePassive } from "@/server/domain/liveness/score-passive";
import {
  judgeSequence,
  type SequenceTask,
  type SequenceVerdict,
} from "@/server/domain/liveness/sequence/judge-sequence";

/** What the caller or the server asked for, beside the picture. */
export interface LivenessTask {
  /** Motions to look for, in no order. They need frames. */
  readonly hints?: { readonly pose?: boolean; readonly blink?: boolean };
  /** What the server drew for this capture. */
  readonly challenge?: {
    readonly id: string;
    readonly actions: readonly LivenessAction[];
    readonly colours: readonly LivenessColour[];
  };
  /** What the client told of how it captured. */
  readonly report?: CaptureReport;
  /** The other capture of this tenant that shares most frames with this one: share of these frames, 0–1. */
  readonly seenBefore?: { readonly share: number };
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
/** Where the colours that were drawn were not seen on the face, the picture must be clearer. */
const DOUBTED_THRESHOLD = 0.35;
/** Below this a face's size, sharpness or light is too poor to say anything. */
const LEAST_QUALITY = 0.12;
/** How much of the remaining doubt a sequence with depth takes away. */
const SEQUENCE_SHARE = 0.7;
/** How sure one may be of what was asked and denied. */
const DENIED_CONFIDENCE = 0.9;

/** How sure one is of a capture that only its client's own words speak against. */
const SUSPECTED_CONFIDENCE = 0.6;

/** Whether a picture or a sequence shows a live person. What is missing, thin or contradictory is never live. */
export function judgeLiveness(evidence: LivenessEvidence, task: LivenessTask = {}): LivenessVerdict {
  const passive = scorePassive(evidence.signals, PASSIVE_WEIGHTS);
  const base = { hints: pictureHints(evidence), signals: [...passive.signals], faces: evidence.faces };
  const thin = thinness(evidence, task);
  const injection = judgeInjection({ ...task, frames: evidence.frames ?? [] });
  const sequence = evidence.frames ? judgeSequence(evidence, sequenceTask(task)) : undefined;
  const denied = [
    ...(injection.weight >= SUSPECTED ? injection.reasons : []),
    ...(sequence?.outcome === "denied" ? sequence.reasons : []),
  ];
  if (thin.length > 0) {
    const reasons = [...thin, ...denied];
    return { ...base, is_live: false, spoof_type: "unknown", confidence: 0.2, reasons };
  }
  const threshold = sequence?.doubt ? DOUBTED_THRESHOLD : ATTACK_THRESHOLD;
  const attack = passive.attack >= threshold ? attackVerdict(evidence, passive, threshold) : undefined;
  if (sequence?.outcome === "denied") {
    const spoof_type = attack?.spoof_type ?? (sequence.flat ? nameMedium(passive.cues, evidence.signals) : "unknown");
    const reasons = strongestFirst([...denied, ...(attack?.reasons ?? [])]);
    return { ...base, is_live: false, spoof_type, confidence: DENIED_CONFIDENCE, reasons };
  }
  if (attack) return { ...base, ...attack, reasons: [...denied, ...attack.reasons] };
  if (denied.length > 0) {
    const confidence = injection.weight >= 1 ? DENIED_CONFIDENCE : SUSPECTED_CONFIDENCE;
    return { ...base, is_live: false, spoof_type: "unknown", confidence, reasons: denied };
  }
  const live = liveVerdict(passive, sequence);
  return {
    ...base,
    is_live: true,
    spoof_type: "none",
    confidence: live.confidence * (1 - injection.weight / 2),
    reasons: [...live.reasons, ...unanswered(evidence, task), ...injection.reasons],
  };
}

/** What was seen to contradict a live person says more than the look of one picture, and that more than what was not seen. */
function strongestFirst(reasons: readonly Reason[]): Reason[] {
  const missing = ({ code }: Reason) => code.endsWith("_not_seen");
  return [...reasons.filter((reason) => !missing(reason)), ...reasons.filter(missing)];
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
  if (!frames && task.challenge) {
    reasons.push({ code: "frames_missing", message: "The motions that were asked for need frames." });
  }
  return reasons;
}

function sequenceTask({ hints, challenge, report }: LivenessTask): SequenceTask {
  const { actions = [], colours = [] } = challenge ?? {};
  const anyTime: SequenceTask["anyTime"][number][] = [];
  if (hints?.blink && !actions.includes("blink")) anyTime.push("blink");
  if (hints?.pose && !actions.some((action) => action.startsWith("turn_"))) anyTime.push("pose");
  return { actions, colours, prompts: report?.prompts, anyTime };
}

/** Motions were asked for of a single picture: said, and not held against it. */
function unanswered({ frames }: LivenessEvidence, { hints }: LivenessTask): Reason[] {
  if (frames || (!hints?.pose && !hints?.blink)) return [];
  return [{ code: "motion_not_checked", message: "Pose and blink need frames; the picture was judged alone." }];
}

function attackVerdict({ signals }: LivenessEvidence, { attack, cues }: PassiveScore, threshold: number) {
  const spoof_type = nameMedium(cues, signals);
  const kind = spoof_type === "screen" ? "a picture shown on a screen" : "a printed picture";
  const reason = {
    code: `spoof_${spoof_type}`,
    message: `The picture looks like ${kind}.`,
    value: attack,
    threshold,
  };
  return { is_live: false, spoof_type, confidence: attack, reasons: [reason] };
}

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
