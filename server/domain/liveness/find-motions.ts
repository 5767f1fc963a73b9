import type { FrameEvidence } from "@/server/domain/liveness/evidence";

/** Motions that can be asked for; left and right are the person's own. */
export type Motion = "turn_left" | "turn_right" | "blink";

/** Yaw beyond the person's own straight look that counts as a turn, degrees. */
const TURN = 14;
/** Eyes this much narrower than when open are shut, and this much are open again. */
const SHUT = 0.8;
const OPEN = 0.88;
/** Beyond this the eyes look narrower than they are, degrees. */
const READABLE = 18;

/** The moments (ms) at which a motion was reached, in order of time. Frames are unmirrored and in order of time. */
export function motionTimes(frames: readonly FrameEvidence[], motion: Motion): number[] {
  return motion === "blink" ? blinkTimes(frames) : turnTimes(frames, motion === "turn_left" ? 1 : -1);
}

/** Entries into a turn, from the median of the first frames. */
function turnTimes(frames: readonly FrameEvidence[], side: 1 | -1): number[] {
  const seen = frames.filter((f) => f.yaw !== undefined);
  const straight = startingYaw(seen);
  const out: number[] = [];
  let inside = false;
  for (const frame of seen) {
    const turned = side * ((frame.yaw ?? 0) - straight) >= TURN;
    if (turned && !inside) out.push(frame.tMs);
    inside = turned;
  }
  return out;
}

/** How the head is held at the start, or straight ahead where it starts out turned. */
function startingYaw(frames: readonly FrameEvidence[]): number {
  const first = frames
    .slice(0, 3)
    .map((f) => f.yaw ?? 0)
    .sort((a, b) => a - b);
  const middle = first[Math.floor(first.length / 2)] ?? 0;
  return Math.abs(middle) < TURN ? middle : 0;
}

/** Moments at which the eyes shut, having been open, and opened again after. */
function blinkTimes(frames: readonly FrameEvidence[]): number[] {
  const seen = frames.filter((f) => f.eyeOpenness !== undefined && Math.abs(f.yaw ?? 0) <= READABLE);
  const sorted = seen.map((f) => f.eyeOpenness ?? 0).sort((a, b) => a - b);
  const open = sorted[Math.floor(0.8 * (sorted.length - 1))] ?? 0;
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
