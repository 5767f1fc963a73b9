import { AT_REST, EYES, MOTIONS, needsStraight, type Rest } from "@/components/capture/guidance/challenge-motions";
import { type FaceHint, faceHint } from "@/components/capture/guidance/face-hint";
import type { FaceReport } from "@/components/capture/vision/face-report";
import type { LivenessAction, LivenessColour } from "@/server/contract/liveness-challenge";

export const CHALLENGE_POLICY = {
  /** Frames in a row that must be good before the portrait is taken. */
  settle: 4,
  /** Milliseconds for one motion, and for all: then a new challenge is drawn, for the server takes no old one. */
  patience: 25_000,
  whole: 50_000,
  /** What comes sooner than this after it was asked for was under way before, and is waited for again. */
  reaction: 250,
  /** Shares of a colour's time at which a frame is kept. */
  lit: [0.4, 0.75],
} as const;

export interface ChallengeAsked {
  readonly actions: readonly LivenessAction[];
  readonly colours: readonly LivenessColour[];
  readonly colour_ms: number;
}

export type ChallengePhase = "settle" | "act" | "colours" | "done" | "late";

export interface ChallengeProgress {
  readonly asked: ChallengeAsked;
  readonly phase: ChallengePhase;
  /** Index of the motion, or of the colour. */
  readonly at: number;
  readonly goodFrames: number;
  readonly rest: Rest;
  /** The person was seen without the motion since it was asked for. */
  readonly rested: boolean;
  readonly eyesShut: boolean;
  readonly startedAt: number;
  readonly since: number;
  /** When each part was shown: motions, then colours. */
  readonly prompts: readonly number[];
  readonly litFrames: number;
  readonly hint: FaceHint | LivenessAction | "colours" | "done";
  /** What this frame is worth keeping for, if anything. */
  readonly keep: "portrait" | "proof" | null;
}

const NO_REST: Rest = { pitch: 0, gaze: 0, span: 0, eyes: 0 };

export function startChallenge(asked: ChallengeAsked, now: number): ChallengeProgress {
  return {
    asked,
    phase: "settle",
    at: 0,
    goodFrames: 0,
    rest: NO_REST,
    rested: false,
    eyesShut: false,
    startedAt: now,
    since: now,
    prompts: [],
    litFrames: 0,
    hint: "search",
    keep: null,
  };
}

/** The state after one more frame at `now` (milliseconds). */
export function followChallenge(state: ChallengeProgress, report: FaceReport, now: number): ChallengeProgress {
  if (state.phase === "done" || state.phase === "late") return { ...state, keep: null };
  if (now - state.startedAt > CHALLENGE_POLICY.whole) return { ...state, phase: "late", keep: null };
  if (state.phase === "colours") return light(state, now);
  return state.phase === "settle" ? settle(state, report, now) : act(state, report, now);
}

/** Share of the whole that is done, 0–1: the ring. */
export function challengeShare({ phase, asked, goodFrames, at }: ChallengeProgress): number {
  const whole = asked.actions.length + 1 + (asked.colours.length > 0 ? 1 : 0);
  if (phase === "done") return 1;
  if (phase === "settle") return Math.min(1, goodFrames / CHALLENGE_POLICY.settle) / whole;
  if (phase === "colours") return (asked.actions.length + 1 + at / asked.colours.length) / whole;
  return (at + 1) / whole;
}

function settle(state: ChallengeProgress, report: FaceReport, now: number): ChallengeProgress {
  const hint = faceHint(report);
  if (hint !== "good" || !report.face) return { ...state, hint, goodFrames: 0, rest: NO_REST, keep: null };
  const goodFrames = state.goodFrames + 1;
  const { pitch, gaze, span } = report.face;
  const eyes = Math.max(state.rest.eyes, report.face.eyes);
  const rest = { pitch, gaze, span, eyes };
  // not in the middle of a blink
  if (goodFrames < CHALLENGE_POLICY.settle || report.face.eyes < eyes * EYES.open) {
    return { ...state, hint, goodFrames, rest, keep: null };
  }
  return ask({ ...state, goodFrames, rest }, 0, now, "portrait");
}

/** Asks for a motion, or begins the colours, or ends. */
function ask(state: ChallengeProgress, at: number, now: number, keep: ChallengeProgress["keep"]): ChallengeProgress {
  const { actions, colours } = state.asked;
  const next = { ...state, since: now, rested: false, eyesShut: false, litFrames: 0, keep };
  const prompts = [...state.prompts, now];
  if (at < actions.length) return { ...next, phase: "act", at, prompts, hint: actions[at] };
  if (colours.length > 0) return { ...next, phase: "colours", at: 0, prompts, hint: "colours" };
  return { ...next, phase: "done", hint: "done" };
}

function act(state: ChallengeProgress, report: FaceReport, now: number): ChallengeProgress {
  const action = state.asked.actions[state.at];
  if (now - state.since > CHALLENGE_POLICY.patience) return { ...state, phase: "late", keep: null };
  if (!report.face) return { ...state, hint: "search", eyesShut: false, keep: null };
  if (report.faces > 1) return { ...state, hint: "several", keep: null };
  if (needsStraight(action, report.face)) return { ...state, hint: "straight", eyesShut: false, keep: null };
  const share = MOTIONS[action](report.face, state.rest);
  const asking = { ...state, hint: action, keep: null };
  if (!state.rested) return share <= AT_REST ? { ...asking, rested: true, keep: "proof" } : asking;
  const early = now - state.since < CHALLENGE_POLICY.reaction;
  if (action === "blink") return blink(asking, share, report.face.eyes, early, now);
  if (share < 1) return asking;
  return early ? { ...asking, rested: false } : ask(state, state.at + 1, now, "proof");
}

/** Eyes shut and then open again. */
function blink(state: ChallengeProgress, share: number, eyes: number, early: boolean, now: number): ChallengeProgress {
  if (share >= 1)
    return early ? { ...state, rested: false } : { ...state, eyesShut: true, keep: state.eyesShut ? null : "proof" };
  if (state.eyesShut && eyes >= state.rest.eyes * EYES.open) return ask(state, state.at + 1, now, "proof");
  return state;
}

/** Colours go by the clock, and a frame or two of each are kept. */
function light(state: ChallengeProgress, now: number): ChallengeProgress {
  const { colours, colour_ms } = state.asked;
  const elapsed = now - state.since;
  if (elapsed >= colour_ms) {
    const at = state.at + 1;
    if (at >= colours.length) return { ...state, phase: "done", hint: "done", keep: null };
    return { ...state, at, since: now, litFrames: 0, prompts: [...state.prompts, now], keep: null };
  }
  const due = elapsed >= colour_ms * (CHALLENGE_POLICY.lit[state.litFrames] ?? Number.POSITIVE_INFINITY);
  return due ? { ...state, litFrames: state.litFrames + 1, keep: "proof" } : { ...state, keep: null };
}
