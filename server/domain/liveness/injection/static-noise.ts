import type { InjectionSignal } from "@/server/domain/liveness/injection/signal";

/** A frame whose background is the same as before to this share does not come from a sensor; and this many of them must be so. */
const SAME_SHARE = 0.9;
const MOST_FRAMES = 0.6;
const LEAST_FRAMES = 4;

/** The face moves, and the noise beside it stands still: a picture that a program warps. */
export const staticNoise: InjectionSignal = {
  id: "static_noise",
  find: ({ frames }) => {
    const compared = frames.filter((f) => f.still !== undefined);
    if (compared.length < LEAST_FRAMES) return undefined;
    const share = compared.filter((f) => (f.still ?? 0) >= SAME_SHARE).length / compared.length;
    if (share <= MOST_FRAMES) return undefined;
    const message = "The noise beside the face does not change from frame to frame.";
    return { message, value: share, threshold: MOST_FRAMES, weight: 0.6 };
  },
};
