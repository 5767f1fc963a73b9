import { randomInt } from "node:crypto";
import type { z } from "zod";
import { AppError } from "@/server/contract/errors";
import type { drawLivenessChallenge as endpoint } from "@/server/contract/v1/liveness";
import { CHALLENGE_SECONDS, COLOUR_MS } from "@/server/domain/liveness/challenge/challenge";
import { drawChallenge } from "@/server/domain/liveness/challenge/draw-challenge";
import { personHash } from "@/server/services/liveness/forget-frames";
import type { Ctx } from "@/server/services/ports";

/** Challenges that may be drawn for one person in an hour. */
export const DRAWS_AN_HOUR = 6;
const RANGE = 2 ** 32;

/**
 * Draws a challenge that cannot be foreseen. AppError `too_many_tries` where this person had as many as may be in an
 * hour.
 */
export async function drawLivenessChallenge(
  ctx: Ctx,
  { colours, reference }: z.output<typeof endpoint.body>,
): Promise<z.input<typeof endpoint.output>> {
  const now = ctx.clock.now();
  const drawn = drawChallenge(() => randomInt(RANGE) / RANGE, { colours });
  const id = ctx.ids.secret(16);
  const person_hash = reference === undefined ? null : personHash(ctx.tenantId, reference);
  await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    if (person_hash !== null) {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${person_hash}))`;
      const since = new Date(now.getTime() - 3_600_000);
      const mine = { person_hash, environment: ctx.environment, drawn_at: { gt: since } };
      const tries = await tx.livenessChallenge.count({ where: mine });
      if (tries >= DRAWS_AN_HOUR) throw new AppError("too_many_tries", { limit: DRAWS_AN_HOUR, within_seconds: 3600 });
    }
    const { tenantId: tenant_id, environment } = ctx;
    await tx.livenessChallenge.create({ data: { id, tenant_id, environment, person_hash, ...drawn, drawn_at: now } });
  });
  const expires = new Date(now.getTime() + CHALLENGE_SECONDS * 1000);
  return { challenge_id: id, ...drawn, colour_ms: COLOUR_MS, expires_at: expires.toISOString() };
}
