import type { Reason } from "@/server/contract/fields";
import type { LivenessAction } from "@/server/contract/liveness-challenge";
import type { FrameEvidence } from "@/server/domain/liveness/evidence";
import { motionTimes } from "@/server/domain/liveness/sequence/find-motions";

export const ACTION_WORDS: Readonly<Record<LivenessAction | "pose", string>> = {
  turn_left: "turn to the left",
  turn_right: "turn to the right",
  look_up: "look up",
  blink: "blink",
  gaze_left: "glance to the left",
  gaze_right: "glance to the right",
  come_nearer: "step nearer",
  pose: "turn of the head",
};

/** Shorter answers than this to what was asked cannot have waited for it. */
const REACTION_MS = 150;
/** A frame that shows a motion may be taken this much after the next was asked for. */
const GRACE_MS = 300;

/**
 * What was asked for and not seen, seen in another order, or seen before anyone could have reacted. `prompts` tells when each
 * motion was shown; without them the order alone is judged.
 */
export function judgeAnswer(
  frames: readonly FrameEvidence[],
  actions: readonly LivenessAction[],
  prompts: readonly number[] | undefined,
): Reason[] {
  const timed = prompts && prompts.length >= actions.length ? prompts : undefined;
  let after = REACTION_MS;
  return actions.flatMap((action, i) => {
    const times = motionTimes(frames, action);
    const from = timed ? timed[i] + REACTION_MS : after;
    const to = timed && i + 1 < timed.length ? timed[i + 1] + GRACE_MS : Number.POSITIVE_INFINITY;
    const answered = times.find((t) => t >= from && t <= to);
    if (answered !== undefined) {
      after = answered;
      return [];
    }
    const asked = timed ? timed[i] : 0;
    return [failure(action, times, { asked, from, to })];
  });
}

function failure(
  action: LivenessAction,
  times: readonly number[],
  { asked, from, to }: { asked: number; from: number; to: number },
): Reason {
  const what = ACTION_WORDS[action];
  if (times.length === 0) return { code: `${action}_not_seen`, message: `The ${what} was not seen.` };
  const late = times.find((t) => t > to);
  const early = times.filter((t) => t < from).at(-1);
  if (late === undefined && early !== undefined) {
    const message = `The ${what} was made before it was asked for.`;
    return { code: "answered_too_early", message, value: early - asked, threshold: REACTION_MS };
  }
  return { code: "wrong_order", message: `The ${what} was seen, but not at its turn.` };
}

/** Motions that may come at any time; `pose` is a turn to either side. */
export function judgeAnyTime(frames: readonly FrameEvidence[], motions: readonly ("blink" | "pose")[]): Reason[] {
  return motions.flatMap((motion) => {
    const ways: readonly LivenessAction[] = motion === "pose" ? ["turn_left", "turn_right"] : ["blink"];
    if (ways.some((way) => motionTimes(frames, way).length > 0)) return [];
    return [{ code: `${motion}_not_seen`, message: `The ${ACTION_WORDS[motion]} was not seen.` }];
  });
}
