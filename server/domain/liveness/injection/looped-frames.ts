import type { FrameEvidence } from "@/server/domain/liveness/evidence";
import { hammingDistance } from "@/server/domain/liveness/injection/hamming-distance";
import type { InjectionFinding, InjectionSignal } from "@/server/domain/liveness/injection/signal";

/** Bits of 256 by which a frame differs from the person at rest, so that its coming back means something. */
const MOVED_BITS = 10;
/**
 * A frame that came back lies between the two that follow it by one period, for frames are kept at other moments of each round:
 * it is about as far from both together as they are from each other.
 */
const DETOUR = 1.35;
const SLACK_BITS = 4;
/** Between the two the film must have gone elsewhere, by this share: a pose that is held does not come back, it stays. */
const AWAY_SHARE = 0.6;
/** Periods tried, ms, and the longest gap between two frames of which one may lie between. */
const SHORTEST = 700;
const LONGEST = 6000;
const STEP = 20;
const GAP = 600;
/** So many moved frames must fall between two others, and this share of them must have come back. */
const LEAST_MOVED = 5;
const MOST_TWINS = 0.7;

/** A film that repeats: every motion comes back after one and the same time. */
export const loopedFrames: InjectionSignal = { id: "looped_frames", find: ({ frames }) => findLoop(frames) };

/** Bits by which two frames differ, by their places. */
type Distances = (a: number, b: number) => number;

function findLoop(all: readonly FrameEvidence[]): InjectionFinding | undefined {
  const frames = all.filter((f) => f.hash !== undefined);
  const times = frames.map(({ tMs }) => tMs);
  const apart = distancesOf(frames);
  const moved = movedFrames(frames.length, apart);
  const longest = Math.min(LONGEST, ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1.5);
  for (let period = SHORTEST; period <= longest; period += STEP) {
    const able = moved.flatMap((one) => {
      const after = times.findIndex((t) => t >= times[one.at] + period);
      return after > one.at + 1 && times[after] - times[after - 1] <= GAP ? [{ ...one, after }] : [];
    });
    if (able.length < LEAST_MOVED) continue;
    const share = bitsOf(able.filter((one) => comesBack(one, apart))) / bitsOf(able);
    if (share <= MOST_TWINS) continue;
    return { message: "The film repeats itself.", value: share, threshold: MOST_TWINS, weight: 1 };
  }
  return undefined;
}

interface Moved {
  readonly at: number;
  /** From the frame that is most like all others: the person at rest. */
  readonly bits: number;
}

function movedFrames(count: number, apart: Distances): Moved[] {
  if (count === 0) return [];
  const places = Array.from({ length: count }, (_, i) => i);
  const sums = places.map((a) => places.reduce((sum, b) => sum + apart(a, b), 0));
  const rest = sums.indexOf(Math.min(...sums));
  return places.map((at) => ({ at, bits: apart(at, rest) })).filter(({ bits }) => bits >= MOVED_BITS);
}

/** Frames count by how far they moved: the light that changes a little moves all of them. */
const bitsOf = (frames: readonly Moved[]) => frames.reduce((sum, { bits }) => sum + bits, 0);

function comesBack({ at, bits, after }: Moved & { readonly after: number }, apart: Distances): boolean {
  const before = after - 1;
  if (apart(at, before) + apart(at, after) > DETOUR * apart(before, after) + SLACK_BITS) return false;
  for (let k = at + 1; k <= before; k++) if (apart(at, k) >= AWAY_SHARE * bits) return true;
  return false;
}

/** Each pair is compared once, for many periods ask for it. */
function distancesOf(frames: readonly FrameEvidence[]): Distances {
  const rows = frames.map(({ hash: a = "" }) => frames.map(({ hash: b = "" }) => hammingDistance(a, b)));
  return (a, b) => rows[a][b];
}
