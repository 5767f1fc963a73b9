import type { InjectionSignal } from "@/server/domain/liveness/injection/signal";

/** The first frame and the first prompt lie this close at most: a camera runs while the person is asked. */
const LEAST_GAP = 60;

/** Prompts must come one after another, within the time of the frames; a challenge that is all shown at once was not shown to anybody. */
export const promptTimes: InjectionSignal = {
  id: "prompt_times",
  find: ({ report, challenge, frames }) => {
    const prompts = report?.prompts;
    if (!prompts || !challenge || frames.length === 0) return undefined;
    const known = prompts.slice(0, challenge.actions.length);
    const late = known.filter((t) => t > frames[frames.length - 1].tMs).length;
    const together = known.slice(1).filter((t, i) => t - known[i] < LEAST_GAP).length;
    if (late + together === 0 && known.length === challenge.actions.length) return undefined;
    const message = "The times at which the challenge was shown do not fit the frames.";
    return { message, value: late + together, threshold: 0, weight: 0.6 };
  },
};
