import type { LivenessAction } from "@/server/contract/liveness-challenge";
import type { FrameEvidence } from "@/server/domain/liveness/evidence";

/** What of a frame shows a motion, and how far it must go beyond how the person holds that part otherwise. */
interface MotionRule {
  readonly value: (frame: FrameEvidence) => number | undefined;
  /** Where the person is without the motion, as a share of the values in order. */
  readonly rest: number;
  readonly reach: (value: number, rest: number) => boolean;
}

/** Degrees beyond the usual. */
export const TURN = 14;
const LIFT = 11;
/** Widths of an eye; read only near the frontal pose, where the corners are both seen. */
const GAZE = 0.065;
/** How much further apart the eyes stand. */
const NEARER = 1.22;
/** Eyes this much narrower than when open are shut, and this much are open again. */
const SHUT = 0.62;
const OPEN = 0.8;
/** Beyond this the eyes look narrower than they are, degrees. */
const READABLE = 16;

const frontal = (f: FrameEvidence) => Math.abs(f.yaw ?? 90) <= READABLE;
const yaw = (side: 1 | -1): MotionRule => ({
  value: (f) => f.yaw,
  rest: 0.5,
  // One who is turned most of the time is no less turned for it.
  reach: (value, rest) => side * (value - (Math.abs(rest) < TURN ? rest : 0)) >= TURN,
});
const gaze = (side: 1 | -1): MotionRule => ({
  value: (f) => (frontal(f) && !isShut(f) ? f.gaze : undefined),
  rest: 0.5,
  reach: (value, rest) => side * (value - rest) >= GAZE,
});

/** Left and right are the person's own, which on unmirrored frames are the picture's right and left. */
const RULES: Readonly<Record<Exclude<LivenessAction, "blink">, MotionRule>> = {
  turn_left: yaw(1),
  turn_right: yaw(-1),
  look_up: { value: (f) => (frontal(f) ? f.pitch : undefined), rest: 0.35, reach: (v, rest) => v - rest >= LIFT },
  gaze_left: gaze(1),
  gaze_right: gaze(-1),
  come_nearer: { value: (f) => f.eyeDistance, rest: 0.3, reach: (v, rest) => v >= NEARER * rest },
};

/** The moments (ms) at which a motion was reached, in order of time. Frames are unmirrored and in order of time. */
export function motionTimes(frames: readonly FrameEvidence[], motion: LivenessAction): number[] {
  if (motion === "blink") return blinkTimes(frames);
  const { value, rest, reach } = RULES[motion];
  const seen = frames.flatMap((f) => {
    const v = value(f);
    return v === undefined ? [] : [{ tMs: f.tMs, v }];
  });
  const usual = quantile(
    seen.map(({ v }) => v),
    rest,
  );
  const out: number[] = [];
  let inside = false;
  for (const { tMs, v } of seen) {
    const reached = reach(v, usual);
    if (reached && !inside) out.push(tMs);
    inside = reached;
  }
  return out;
}

/** Moments at which the eyes shut, having been open, and opened again after. */
function blinkTimes(frames: readonly FrameEvidence[]): number[] {
  const seen = frames.filter((f) => f.eyeOpenness !== undefined && frontal(f));
  const open = quantile(
    seen.map((f) => f.eyeOpenness ?? 0),
    0.8,
  );
  const out: number[] = [];
  let wasOpen = false;
  let shutAt: number | undefined;
  for (const frame of seen) {
    const share = (frame.eyeOpenness ?? 0) / open;
    if (share >= OPEN) {
      if (shutAt !== undefined) out.push(shutAt);
      wasOpen = true;
      shutAt = undefined;
    } else if (share <= SHUT && wasOpen && shutAt === undefined) shutAt = frame.tMs;
  }
  return out;
}

/** Under lids that are nearly shut the network guesses the iris. */
function isShut({ eyeOpenness = 1 }: FrameEvidence): boolean {
  return eyeOpenness < 0.18;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}
