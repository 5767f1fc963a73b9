import type { FrameEvidence } from "@/server/domain/liveness/evidence";
import { hammingDistance } from "@/server/domain/liveness/injection/hamming-distance";
import type { InjectionFinding, InjectionSignal } from "@/server/domain/liveness/injection/signal";

/** Bits of 256 by which a frame differs from the person at rest, so that its coming back means something. */
const MOVED_BITS = 10;
/** A frame that came back differs from itself by this share of that at most: frames are kept at other moments of each round. */
const TWIN_SHARE = 0.3;
const TWIN_BITS = 4;
/** Between the two the film must have gone elsewhere, by this share: a pose that is held does not come back, it stays. */
const AWAY_SHARE = 0.6;
/** Periods tried, ms, and how far from them a frame may lie to be compared. */
const SHORTEST = 700;
const LONGEST = 6000;
const STEP = 20;
const SLACK = 60;
/** So many moved frames must have a frame to be compared with, and this share of them must have come back. */
const LEAST_MOVED = 4;
const MOST_TWINS = 0.7;

/** A film that repeats: every motion comes back after one and the same time. */
export const loopedFrames: InjectionSignal = { id: "looped_frames", find: ({ frames }) => findLoop(frames) };

interface Moved {
  readonly frame: FrameEvidence;
  /** From the frame that is most like all others: the person at rest. */
  readonly bits: number;
}

function findLoop(all: readonly FrameEvidence[]): InjectionFinding | undefined {
  const frames = all.filter((f) => f.hash !== undefined);
  const moved = movedFrames(frames);
  const last = frames.at(-1)?.tMs ?? 0;
  const longest = Math.min(LONGEST, (last - (frames[0]?.tMs ?? 0)) / 1.5);
  for (let period = SHORTEST; period <= longest; period += STEP) {
    const able = moved.flatMap((one) => {
      const other = frames.find((f) => Math.abs(f.tMs - one.frame.tMs - period) <= SLACK);
      return other ? [{ ...one, other }] : [];
    });
    if (able.length < LEAST_MOVED) continue;
    const share = able.filter((one) => comesBack(one, frames)).length / able.length;
    if (share <= MOST_TWINS) continue;
    return { message: "The film repeats itself.", value: share, threshold: MOST_TWINS, weight: 1 };
  }
  return undefined;
}

function movedFrames(frames: readonly FrameEvidence[]): Moved[] {
  if (frames.length === 0) return [];
  const total = (a: FrameEvidence) => frames.reduce((sum, b) => sum + distance(a, b), 0);
  const rest = frames.map((frame) => ({ frame, sum: total(frame) })).reduce((a, b) => (a.sum <= b.sum ? a : b)).frame;
  return frames.map((frame) => ({ frame, bits: distance(frame, rest) })).filter(({ bits }) => bits >= MOVED_BITS);
}

function comesBack(
  { frame, bits, other }: Moved & { readonly other: FrameEvidence },
  frames: readonly FrameEvidence[],
): boolean {
  if (distance(frame, other) > Math.max(TWIN_BITS, TWIN_SHARE * bits)) return false;
  const between = frames.filter((f) => f.tMs > frame.tMs && f.tMs < other.tMs);
  return between.some((f) => distance(frame, f) >= AWAY_SHARE * bits);
}

function distance(a: FrameEvidence, b: FrameEvidence): number {
  return hammingDistance(a.hash ?? "", b.hash ?? "");
}
