import type { Reason } from "@/server/contract/fields";
import type { FrameEvidence, LivenessEvidence } from "@/server/domain/liveness/evidence";
import { type Motion, motionTimes } from "@/server/domain/liveness/find-motions";

/** What is asked of a sequence. */
export interface SequenceTask {
  /** In this order, where the server drew one. */
  readonly actions: readonly Motion[];
  /** Motions that may come at any time; `pose` is a turn to either side. */
  readonly anyTime: readonly (Motion | "pose")[];
}

export interface SequenceVerdict {
  /** `shown`: everything asked was done by a head with depth. `denied`: something contradicts a live person. `thin`: neither. */
  readonly outcome: "shown" | "denied" | "thin";
  /** Set where the frames look like one flat picture that is moved. */
  readonly flat: boolean;
  readonly reasons: Reason[];
}

/** Shorter answers than this to what was asked cannot have waited for it. */
const REACTION_MS = 200;
/** A face may be lost for this share of the frames. */
const MOST_LOST = 0.3;
/** From this turn on a head must show depth, degrees, and this much of it, in distances of the eyes. */
const TELLING_TURN = 18;
const LEAST_DEPTH = 0.055;
/** A picture that is repeated to the last digit of every point, this often, is no camera's. */
const MOST_REPEATS = 0.5;
const LEAST_FRAMES = 3;

/** Judges a sequence by order, timing, depth and continuity. Motions are the person's own left and right, on unmirrored frames. */
export function judgeSequence(evidence: LivenessEvidence, task: SequenceTask): SequenceVerdict {
  const frames = evidence.frames ?? [];
  const flat = isFlat(evidence.depth);
  const denials = [
    ...continuity(frames),
    ...(flat ? [flatReason(evidence.depth)] : []),
    ...challengeFailures(frames, task),
  ];
  const asked = [...task.actions, ...task.anyTime];
  if (denials.length > 0) return { outcome: "denied", flat, reasons: denials };
  if (asked.length === 0 || frames.length < LEAST_FRAMES) return { outcome: "thin", flat, reasons: [] };
  const done = { code: "challenge_met", message: `Seen as asked: ${asked.map((a) => WORDS[a]).join(", ")}.` };
  const deep = evidence.depth !== undefined && evidence.depth.turn >= TELLING_TURN;
  if (!deep) return { outcome: "thin", flat, reasons: [done] };
  const depth = {
    code: "depth_seen",
    message: "The face moved as a head does, not as a flat picture.",
    value: evidence.depth.residual,
  };
  return { outcome: "shown", flat, reasons: [done, depth] };
}

const WORDS: Readonly<Record<Motion | "pose", string>> = {
  turn_left: "turn left",
  turn_right: "turn right",
  blink: "blink",
  pose: "turn of the head",
};

function isFlat(depth: LivenessEvidence["depth"]): depth is NonNullable<LivenessEvidence["depth"]> {
  return depth !== undefined && depth.turn >= TELLING_TURN && depth.residual < LEAST_DEPTH;
}

function flatReason(depth: LivenessEvidence["depth"]): Reason {
  const message = "Over the turn the face moved as a flat picture does.";
  return { code: "flat_picture", message, value: depth?.residual, threshold: LEAST_DEPTH };
}

/** One face throughout, and frames that differ as a camera's do. */
function continuity(frames: readonly FrameEvidence[]): Reason[] {
  const out: Reason[] = [];
  const lost = frames.filter((f) => f.faces === 0).length / Math.max(1, frames.length);
  if (lost > MOST_LOST) {
    out.push({ code: "face_lost", message: "The face was not in view throughout.", value: lost, threshold: MOST_LOST });
  }
  if (frames.some((f) => f.faces > 1)) out.push({ code: "several_faces", message: "More than one face was in view." });
  const pairs = frames.slice(1).map((f, i) => [frames[i], f] as const);
  const repeats = pairs.filter(([a, b]) => samePoints(a.points, b.points)).length / Math.max(1, pairs.length);
  if (frames.length >= LEAST_FRAMES && repeats > MOST_REPEATS) {
    out.push({
      code: "frozen_frames",
      message: "The frames repeat one picture.",
      value: repeats,
      threshold: MOST_REPEATS,
    });
  }
  return out;
}

function samePoints(a: readonly number[] | undefined, b: readonly number[] | undefined): boolean {
  return a !== undefined && b !== undefined && a.every((v, i) => v === b[i]);
}

/** What was asked for and not seen, or seen out of order or before anyone could have reacted. */
function challengeFailures(frames: readonly FrameEvidence[], { actions, anyTime }: SequenceTask): Reason[] {
  const out: Reason[] = [];
  let after = REACTION_MS;
  for (const action of actions) {
    const times = motionTimes(frames, action);
    const next = times.find((t) => t >= after);
    if (next === undefined) {
      const early = times.length > 0 ? " at its turn" : "";
      out.push({ code: `${action}_not_seen`, message: `The ${WORDS[action]} was not seen${early}.` });
    } else after = next;
  }
  for (const motion of anyTime) {
    const ways: readonly Motion[] = motion === "pose" ? ["turn_left", "turn_right"] : [motion];
    if (ways.every((way) => motionTimes(frames, way).length === 0)) {
      out.push({ code: `${motion}_not_seen`, message: `The ${WORDS[motion]} was not seen.` });
    }
  }
  return out;
}
