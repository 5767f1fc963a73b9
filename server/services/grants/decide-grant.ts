import { AppError } from "@/server/contract/errors";
import { auditGrant } from "@/server/services/grants/audit-grant";
import { viewGrant } from "@/server/services/grants/grant-view";
import type { Ctx } from "@/server/services/ports";

/**
 * The tenant's word on an operator's request: allowed for the hours asked for, from now, or refused. AppError
 * `not_found`; `conflict` for one that is decided or lapsed; `forbidden` for the operator who asked, should they be a
 * member too.
 */
export async function decideGrant(ctx: Ctx, input: { id: string; allow: boolean }): Promise<void> {
  await ctx.database.asPlatform(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM operator_grant WHERE id = ${input.id} FOR UPDATE`;
    const found = await tx.operatorGrant.findFirst({ where: { id: input.id, tenant_id: ctx.tenantId } });
    if (!found) throw new AppError("not_found", { grant_id: input.id });
    if (found.user_id === ctx.actor) throw new AppError("forbidden", { reason: "own_request" });
    const now = ctx.clock.now();
    const { status } = viewGrant(found, "", now);
    if (status !== "requested") throw new AppError("conflict", { status });
    const expires_at = input.allow ? new Date(now.getTime() + found.hours * 3_600_000) : null;
    const decided = { status: input.allow ? "granted" : "denied", decided_by: ctx.actor, decided_at: now, expires_at };
    await tx.operatorGrant.update({ where: { id: found.id }, data: decided });
    const details = { operator: found.user_id, reason: found.reason, expires_at: expires_at?.toISOString() ?? null };
    await auditGrant(ctx, tx, ctx.tenantId, { action: `grant.${decided.status}`, target: found.id, details });
  });
}
