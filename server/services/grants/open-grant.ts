import { AppError } from "@/server/contract/errors";
import { auditGrant } from "@/server/services/grants/audit-grant";
import type { Adapters } from "@/server/services/ports";

/**
 * One look of an operator's into a tenant's data, written down before it happens. AppError `forbidden` without a grant
 * of this person's that runs now; a tenant that is not there looks the same.
 */
export async function openGrant(
  ctx: Pick<Adapters, "database" | "clock" | "ids">,
  look: { tenantId: string; userId: string; what: string },
): Promise<void> {
  const { tenantId, userId, what } = look;
  await ctx.database.asPlatform(async (tx) => {
    const running = { status: "granted", expires_at: { gt: ctx.clock.now() } };
    const grant = await tx.operatorGrant.findFirst({ where: { tenant_id: tenantId, user_id: userId, ...running } });
    if (!grant) throw new AppError("forbidden", { reason: "no_grant" });
    const event = { action: "operator.looked", target: grant.id, details: { what } };
    await auditGrant({ ...ctx, actor: userId }, tx, tenantId, event);
  });
}
