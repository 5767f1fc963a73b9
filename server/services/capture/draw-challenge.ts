import { randomInt } from "node:crypto";
import type { ChallengeView } from "@/server/domain/capture/capture-view";
import { CHALLENGE_SECONDS, COLOUR_MS } from "@/server/domain/liveness/challenge/challenge";
import { drawChallenge as draw } from "@/server/domain/liveness/challenge/draw-challenge";
import { expectStep } from "@/server/services/capture/expect-step";
import { inSession } from "@/server/services/capture/in-session";
import { useTry } from "@/server/services/capture/use-try";
import type { Ctx } from "@/server/services/ports";

const RANGE = 2 ** 32;

/**
 * Draws motions, and colours where the person can bear them, that cannot be foreseen; an earlier draw of this session
 * is void. Each draw is a try.
 */
export async function drawChallenge(
  ctx: Ctx,
  asked: { readonly sessionId: string; readonly colours?: boolean },
): Promise<ChallengeView> {
  await useTry(ctx, asked.sessionId, "face");
  return inSession(ctx, asked.sessionId, async (held) => {
    expectStep(held, "face");
    const now = ctx.clock.now();
    const challenge = {
      id: ctx.ids.secret(16),
      ...draw(() => randomInt(RANGE) / RANGE, { colours: asked.colours }),
      drawn_at: now.toISOString(),
    };
    await held.save({ ...held.state, challenge });
    const expires = new Date(now.getTime() + CHALLENGE_SECONDS * 1000);
    const { id, actions, colours } = challenge;
    return { id, actions, colours, colour_ms: COLOUR_MS, expires_at: expires.toISOString() };
  });
}
