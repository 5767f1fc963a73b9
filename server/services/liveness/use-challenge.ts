import { AppError } from "@/server/contract/errors";
import { CHALLENGE_SECONDS, Challenge } from "@/server/domain/liveness/challenge/challenge";
import type { Ctx } from "@/server/services/ports";

/**
 * Takes a drawn challenge, once and in time. AppError `conflict` (details.reason: challenge_unknown, challenge_used,
 * challenge_too_old).
 */
export async function useChallenge(ctx: Ctx, id: string): Promise<Challenge> {
  const now = ctx.clock.now();
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const { count } = await tx.livenessChallenge.updateMany({
      where: { id, environment: ctx.environment, used_at: null },
      data: { used_at: now },
    });
    const row = await tx.livenessChallenge.findFirst({ where: { id, environment: ctx.environment } });
    if (!row) throw new AppError("conflict", { reason: "challenge_unknown" });
    if (count === 0) throw new AppError("conflict", { reason: "challenge_used" });
    const age = now.getTime() - row.drawn_at.getTime();
    if (age > CHALLENGE_SECONDS * 1000) throw new AppError("conflict", { reason: "challenge_too_old" });
    return Challenge.parse({ ...row, drawn_at: row.drawn_at.toISOString() });
  });
}
