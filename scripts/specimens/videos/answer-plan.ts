import type { LivenessAction, LivenessColour } from "@/server/contract/liveness-challenge";
import { COLOUR_MS } from "@/server/domain/liveness/challenge/challenge";
import type { Act, FaceSceneOptions, Timed } from "./face-scene";
import { actSeconds } from "./face-scene";

/** How a challenge is answered: what the person does when, when each part was shown, and which frames are kept. */
export interface AnswerPlan {
  readonly acts: readonly Timed[];
  /** ms, motions first, then colours. */
  readonly prompts: readonly number[];
  /** Light of the person's own screen. */
  readonly screen: NonNullable<FaceSceneOptions["screen"]>;
  /** Moments of the frames that a capture page keeps, seconds. */
  readonly moments: readonly number[];
}

/** A person's own left is the picture's right. */
const ACT_OF: Readonly<Record<LivenessAction, Act>> = {
  turn_left: "turn-right",
  turn_right: "turn-left",
  look_up: "look-up",
  blink: "blink",
  gaze_left: "gaze-right",
  gaze_right: "gaze-left",
  come_nearer: "nearer",
};
const CSS: Readonly<Record<LivenessColour, string>> = {
  red: "#ff0000",
  green: "#00ff00",
  blue: "#0000ff",
  white: "#ffffff",
};

const SETTLE = 0.9;
const PAUSE = 0.4;
const ACT = 1.4;
const EVERY = 0.22;
/** Of a phase of colour, where frames are kept. */
const PHASE_MOMENTS = [0.4, 0.75];

/** Each motion a moment after it was asked for, then the colours. `strength` of the screen's light on the face, 0–1. */
export function planAnswer(
  { actions, colours }: { readonly actions: readonly LivenessAction[]; readonly colours: readonly LivenessColour[] },
  strength = 0.22,
): AnswerPlan {
  const acts: Timed[] = [{ act: "still", seconds: SETTLE }];
  const prompts: number[] = [];
  for (const action of actions) {
    prompts.push(Math.round(actSeconds(acts) * 1000));
    acts.push({ act: "still", seconds: PAUSE }, { act: ACT_OF[action], seconds: ACT });
  }
  const moved = actSeconds(acts);
  const moments: number[] = [];
  for (let t = 0.1; t < moved - 0.02; t += EVERY) moments.push(t);
  const phase = COLOUR_MS / 1000;
  for (const [i] of colours.entries()) {
    prompts.push(Math.round((moved + i * phase) * 1000));
    moments.push(...PHASE_MOMENTS.map((at) => moved + (i + at) * phase));
  }
  if (colours.length > 0) acts.push({ act: "still", seconds: colours.length * phase });
  const screen = (t: number) => {
    const colour = colours[Math.floor((t - moved) / phase)];
    return colour && t >= moved ? { colour: CSS[colour], strength } : { colour: "#000000", strength: 0 };
  };
  return { acts, prompts, screen, moments };
}
