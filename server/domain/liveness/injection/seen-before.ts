import type { InjectionSignal } from "@/server/domain/liveness/injection/signal";

/** Of the frames of a new capture hardly any is that of an older one to the last bits of its hash. */
const MOST_SEEN = 0.4;

/** Frames that were sent before, in another capture of this tenant. */
export const seenBefore: InjectionSignal = {
  id: "frames_seen_before",
  find: ({ seenBefore: found }) => {
    if (!found || found.share < MOST_SEEN) return undefined;
    const message = "Frames of this capture were sent before, in another one.";
    return { message, value: found.share, threshold: MOST_SEEN, weight: 1 };
  },
};
