import { AppError } from "@/server/contract/errors";
import { findLimitMistakes, type OwnLimits } from "@/server/domain/limits/own-limits";
import { limitsOf } from "@/server/domain/limits/request-limits";
import { appendOperatorAudit } from "@/server/services/audit/append-audit";
import type { Adapters } from "@/server/services/ports";

/**
 * Sets a tenant's own limits of requests in place of those before; keys are held to them from the next request on, in
 * every process. AppError `not_found`, `invalid_request` naming the numbers that contradict each other.
 */
export async function setLimits(
  ctx: Pick<Adapters, "database" | "clock" | "ids"> & { readonly actor: string },
  { tenantId, own }: { readonly tenantId: string; readonly own: OwnLimits },
): Promise<void> {
  await ctx.database.asPlatform(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM tenant WHERE id = ${tenantId} FOR UPDATE`;
    const tenant = await tx.tenant.findUnique({ where: { id: tenantId }, include: { plan: true } });
    if (!tenant) throw new AppError("not_found", { tenant_id: tenantId });
    refuseLimitMistakes(own, limitsOf(tenant.plan, own));
    await tx.tenant.update({ where: { id: tenantId }, data: { rates: own } });
    const details = { limits: lines(own), limits_before: lines(tenant.rates) };
    await appendOperatorAudit(ctx, tx, { action: "tenant.limits_changed", target: tenantId, details });
  });
}

/** `minute 120`, `endpoints.getJob 5`: the audit keeps texts. */
function lines(limits: unknown, prefix = ""): string[] {
  return Object.entries(limits ?? {}).flatMap(([name, limit]) =>
    typeof limit === "object" ? lines(limit, `${name}.`) : [`${prefix}${name} ${limit}`],
  );
}

/** AppError `invalid_request` with a sentence for each number that cannot be meant. */
export function refuseLimitMistakes(...checked: Parameters<typeof findLimitMistakes>): void {
  const fields = findLimitMistakes(...checked);
  if (fields.length > 0) throw new AppError("invalid_request", { fields });
}
