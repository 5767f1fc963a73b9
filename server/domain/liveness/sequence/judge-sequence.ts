import type { Reason } from "@/server/contract/fields";
import type { LivenessAction, LivenessColour } from "@/server/contract/liveness-challenge";
import type { LivenessEvidence } from "@/server/domain/liveness/evidence";
import { ACTION_WORDS, judgeAnswer, judgeAnyTime } from "@/server/domain/liveness/sequence/judge-answer";
import { judgeContinuity } from "@/server/domain/liveness/sequence/judge-continuity";
import { judgeReflection } from "@/server/domain/liveness/sequence/judge-reflection";

/** What is asked of a sequence. */
export interface SequenceTask {
  /** In this order, where the server drew one. */
  readonly actions: readonly LivenessAction[];
  readonly colours: readonly LivenessColour[];
  /** When each motion and then each colour was shown, ms; absent where the client does not tell. */
  readonly prompts?: readonly number[];
  /** Motions that may come at any time; `pose` is a turn to either side. */
  readonly anyTime: readonly ("blink" | "pose")[];
}

export interface SequenceVerdict {
  /** `shown`: everything asked was done by a head with depth. `denied`: something contradicts a live person. `thin`: neither. */
  readonly outcome: "shown" | "denied" | "thin";
  /** Set where the frames look like one flat picture that is moved. */
  readonly flat: boolean;
  /** The colours that were drawn were not seen on the face: no contradiction, but the rest must then be clearer. */
  readonly doubt: boolean;
  readonly reasons: Reason[];
}

/** From this turn on a head must show depth, degrees, and this much of it, in distances of the eyes. */
const TELLING_TURN = 18;
const LEAST_DEPTH = 0.055;
/**
 * A face that lost this share of its width turned, or was a picture that is tilted: a head that turns so far shows the parallax of
 * that turn, a picture less than this share of it. Asked only where the turn that was drawn is missing.
 */
const TELLING_NARROWING = 0.025;
const LEAST_PARALLAX = 0.6;
const LEAST_FRAMES = 3;

/** Judges a sequence by order, timing, depth, light and continuity. Motions are the person's own left and right, on unmirrored frames. */
export function judgeSequence(evidence: LivenessEvidence, task: SequenceTask): SequenceVerdict {
  const frames = evidence.frames ?? [];
  const { depth } = evidence;
  const telling = depth !== undefined && depth.turn >= TELLING_TURN;
  const answer = judgeAnswer(frames, task.actions, task.prompts);
  const noTurn = answer.some(({ code }) => code.startsWith("turn_"));
  const flat = telling ? depth.residual < LEAST_DEPTH : noTurn && isTilted(depth);
  const reflection = reflectionOf(evidence, task);
  const doubt = reflection?.outcome === "absent";
  const denials = [
    ...judgeContinuity(frames),
    ...(flat ? [telling ? unturned(depth.residual) : untilted(depth?.parallax)] : []),
    ...answer,
    ...judgeAnyTime(frames, task.anyTime),
    ...(reflection?.outcome === "denied" ? reflection.reasons : []),
  ];
  if (denials.length > 0) return { outcome: "denied", flat, doubt, reasons: denials };
  const asked = [...task.actions, ...task.anyTime];
  if (asked.length === 0 || frames.length < LEAST_FRAMES) return { outcome: "thin", flat, doubt, reasons: [] };
  const words = asked.map((a) => ACTION_WORDS[a]).join(", ");
  const reasons: Reason[] = [{ code: "challenge_met", message: `Seen as asked: ${words}.` }];
  if (reflection) reasons.push(...reflection.reasons);
  if (!telling) return { outcome: "thin", flat, doubt, reasons };
  const message = "The face moved as a head does, not as a flat picture.";
  reasons.push({ code: "depth_seen", message, value: depth.residual, threshold: LEAST_DEPTH });
  return { outcome: "shown", flat, doubt, reasons };
}

/** A head turned by an angle is narrower by 1 − cos, and its parallax is the sine. */
function isTilted(depth: LivenessEvidence["depth"]): boolean {
  if (depth === undefined || depth.narrowing < TELLING_NARROWING) return false;
  const turned = Math.sqrt(1 - Math.max(0, 1 - depth.narrowing) ** 2);
  return depth.parallax < LEAST_PARALLAX * turned;
}

const FLAT = { code: "flat_picture", message: "The face moved as a flat picture does." };
const unturned = (value: number): Reason => ({ ...FLAT, value, threshold: LEAST_DEPTH });
const untilted = (value: number | undefined): Reason => ({ ...FLAT, value, threshold: LEAST_PARALLAX });

function reflectionOf({ frames = [] }: LivenessEvidence, { actions, colours, prompts }: SequenceTask) {
  if (colours.length === 0) return undefined;
  return judgeReflection(frames, colours, prompts?.slice(actions.length) ?? []);
}
