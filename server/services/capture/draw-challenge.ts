import { randomInt } from "node:crypto";
import type { ChallengeView } from "@/server/domain/capture/capture-view";
import { CHALLENGE_SECONDS, drawActions } from "@/server/domain/capture/challenge";
import { expectStep } from "@/server/services/capture/expect-step";
import { inSession } from "@/server/services/capture/in-session";
import { useTry } from "@/server/services/capture/use-try";
import type { Ctx } from "@/server/services/ports";

const RANGE = 2 ** 32;

/** Draws motions that cannot be foreseen; an earlier draw of this session is void. Each draw is a try. */
export async function drawChallenge(ctx: Ctx, asked: { sessionId: string }): Promise<ChallengeView> {
  await useTry(ctx, asked.sessionId, "face");
  return inSession(ctx, asked.sessionId, async (held) => {
    expectStep(held, "face");
    const now = ctx.clock.now();
    const challenge = {
      id: ctx.ids.secret(16),
      actions: drawActions(() => randomInt(RANGE) / RANGE),
      drawn_at: now.toISOString(),
    };
    await held.save({ ...held.state, challenge });
    const expires = new Date(now.getTime() + CHALLENGE_SECONDS * 1000);
    return { id: challenge.id, actions: challenge.actions, expires_at: expires.toISOString() };
  });
}
