import { AppError } from "@/server/contract/errors";
import { TRIES_MAX } from "@/server/domain/capture/capture-state";
import { mayTake, nextStep } from "@/server/domain/capture/next-step";
import { inSession } from "@/server/services/capture/in-session";
import type { Ctx } from "@/server/services/ports";

/**
 * Counts a try before the costly work on it, so that refused pictures count too. AppError `conflict`, `too_many_tries`.
 */
export async function useTry(ctx: Ctx, sessionId: string, step: "front" | "back" | "face"): Promise<void> {
  await inSession(ctx, sessionId, async ({ state, needs, save }) => {
    if (!mayTake(step, state, needs)) throw new AppError("conflict", { step: nextStep(state, needs) });
    const used = state.tries[step] + 1;
    if (used > TRIES_MAX[step]) throw new AppError("too_many_tries", { step, limit: TRIES_MAX[step] });
    await save({ ...state, tries: { ...state.tries, [step]: used } });
  });
}
