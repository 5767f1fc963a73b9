import type { InjectionSignal } from "@/server/domain/liveness/injection/signal";

/** Mean difference of luma to the frame before, below which two frames are one picture, even if compressed anew. */
const SAME_PICTURE = 0.2;
/** A camera sends no two pictures alike; this share of them is far beyond a hitch. */
const MOST_REPEATS = 0.5;
const LEAST_FRAMES = 3;

/** Neighbouring frames are one and the same picture. */
export const frozenFrames: InjectionSignal = {
  id: "frozen_frames",
  find: ({ frames }) => {
    const compared = frames.filter((f) => f.change !== undefined);
    if (compared.length < LEAST_FRAMES - 1) return undefined;
    const share = compared.filter((f) => (f.change ?? 0) < SAME_PICTURE).length / compared.length;
    if (share <= MOST_REPEATS) return undefined;
    return { message: "The frames repeat one picture.", value: share, threshold: MOST_REPEATS, weight: 1 };
  },
};
