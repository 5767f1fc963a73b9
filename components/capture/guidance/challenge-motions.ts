import type { FaceReport } from "@/components/capture/vision/face-report";
import type { LivenessAction } from "@/server/contract/liveness-challenge";

type SeenFace = NonNullable<FaceReport["face"]>;

/** How the person holds the head while nothing is asked. */
export type Rest = Pick<SeenFace, "pitch" | "gaze" | "span" | "eyes">;

/** How far a motion is done: 1 when it counts. A little more is asked than the server needs to see it. */
export type MotionShare = (face: SeenFace, rest: Rest) => number;

/** Degrees; widths of an eye; growth of the face. */
const TURN = 18;
const LIFT = 14;
const GAZE = 0.09;
const NEARER = 0.3;
/** Eyes are shut at this share of how open they were, and open at the other. */
export const EYES = { shut: 0.55, open: 0.8 } as const;

/** Left and right are the person's own, which on unmirrored frames are the picture's right and left. */
export const MOTIONS: Readonly<Record<LivenessAction, MotionShare>> = {
  turn_left: ({ yaw }) => yaw / TURN,
  turn_right: ({ yaw }) => -yaw / TURN,
  look_up: ({ pitch }, rest) => (pitch - rest.pitch) / LIFT,
  gaze_left: ({ gaze }, rest) => (gaze - rest.gaze) / GAZE,
  gaze_right: ({ gaze }, rest) => (rest.gaze - gaze) / GAZE,
  come_nearer: ({ span }, rest) => (span / Math.max(1e-6, rest.span) - 1) / NEARER,
  blink: ({ eyes }, rest) => (1 - eyes / Math.max(1e-6, rest.eyes)) / (1 - EYES.shut),
};

/** Below this share nothing of the motion is there yet. */
export const AT_REST = 0.45;
/** Eyes are read only near the frontal pose, degrees. */
const READABLE = 13;

export function needsStraight(action: LivenessAction, { yaw }: SeenFace): boolean {
  return ["blink", "gaze_left", "gaze_right", "look_up"].includes(action) && Math.abs(yaw) > READABLE;
}
