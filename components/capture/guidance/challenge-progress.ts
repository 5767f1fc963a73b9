import { type FaceHint, faceHint } from "@/components/capture/guidance/face-hint";
import type { FaceReport } from "@/components/capture/vision/measure-face";
import type { ChallengeAction } from "@/server/domain/capture/challenge";

/** When a motion counts. Degrees; eyes as a share of how open they were while the person looked straight ahead. */
export const CHALLENGE_POLICY = {
  turn: 18,
  shut: 0.55,
  open: 0.8,
  /** Frames in a row that must be good before the portrait is taken. */
  settle: 4,
  /** Milliseconds for one motion; then a new challenge is drawn. */
  patience: 25_000,
} as const;

export type ChallengePhase = "settle" | "act" | "done" | "late";

export interface ChallengeProgress {
  readonly actions: readonly ChallengeAction[];
  readonly phase: ChallengePhase;
  /** Index of the motion that is asked for. */
  readonly at: number;
  readonly goodFrames: number;
  /** How open the eyes were while looking straight ahead. */
  readonly openEyes: number;
  readonly eyesShut: boolean;
  readonly since: number;
  readonly hint: FaceHint | ChallengeAction | "done";
  /** What this frame is worth keeping for, if anything. */
  readonly keep: "portrait" | "proof" | null;
}

export function startChallenge(actions: readonly ChallengeAction[], now: number): ChallengeProgress {
  return {
    actions,
    phase: "settle",
    at: 0,
    goodFrames: 0,
    openEyes: 0,
    eyesShut: false,
    since: now,
    hint: "search",
    keep: null,
  };
}

/** The state after one more frame at `now` (milliseconds). */
export function followChallenge(state: ChallengeProgress, report: FaceReport, now: number): ChallengeProgress {
  if (state.phase === "done" || state.phase === "late") return { ...state, keep: null };
  return state.phase === "settle" ? settle(state, report, now) : act(state, report, now);
}

/** Share of the whole that is done, 0–1: the ring. */
export function challengeShare(state: ChallengeProgress): number {
  const whole = state.actions.length + 1;
  if (state.phase === "done") return 1;
  if (state.phase === "settle") return Math.min(1, state.goodFrames / CHALLENGE_POLICY.settle) / whole;
  return (state.at + 1) / whole;
}

function settle(state: ChallengeProgress, report: FaceReport, now: number): ChallengeProgress {
  const hint = faceHint(report);
  const eyes = report.face?.eyes ?? 0;
  if (hint !== "good") return { ...state, hint, goodFrames: 0, openEyes: 0, keep: null };
  const goodFrames = state.goodFrames + 1;
  const openEyes = Math.max(state.openEyes, eyes);
  // not in the middle of a blink
  if (goodFrames < CHALLENGE_POLICY.settle || eyes < openEyes * CHALLENGE_POLICY.open) {
    return { ...state, hint, goodFrames, openEyes, keep: null };
  }
  return { ...state, phase: "act", hint: state.actions[0], goodFrames, openEyes, since: now, keep: "portrait" };
}

function act(state: ChallengeProgress, report: FaceReport, now: number): ChallengeProgress {
  const action = state.actions[state.at];
  if (now - state.since > CHALLENGE_POLICY.patience) return { ...state, phase: "late", keep: null };
  if (!report.face) return { ...state, hint: "search", eyesShut: false, keep: null };
  if (report.faces > 1) return { ...state, hint: "several", keep: null };
  if (action === "blink") return blink(state, report.face, now);
  const wanted = action === "turn_left" ? report.face.yaw : -report.face.yaw;
  return wanted >= CHALLENGE_POLICY.turn ? advance(state, now, "proof") : { ...state, hint: action, keep: null };
}

/** Eyes shut and then open again. Measured only near the frontal pose, where the ratio means something. */
function blink(state: ChallengeProgress, face: NonNullable<FaceReport["face"]>, now: number): ChallengeProgress {
  if (Math.abs(face.yaw) > CHALLENGE_POLICY.turn * 0.75)
    return { ...state, hint: "straight", eyesShut: false, keep: null };
  const share = face.eyes / Math.max(1e-6, state.openEyes);
  if (share <= CHALLENGE_POLICY.shut)
    return { ...state, hint: "blink", eyesShut: true, keep: state.eyesShut ? null : "proof" };
  if (state.eyesShut && share >= CHALLENGE_POLICY.open) return advance(state, now, "proof");
  return { ...state, hint: "blink", keep: null };
}

function advance(state: ChallengeProgress, now: number, keep: ChallengeProgress["keep"]): ChallengeProgress {
  const at = state.at + 1;
  const done = at >= state.actions.length;
  return {
    ...state,
    at,
    phase: done ? "done" : "act",
    hint: done ? "done" : state.actions[at],
    eyesShut: false,
    since: now,
    keep,
  };
}
