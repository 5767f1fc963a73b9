import { AppError } from "@/server/contract/errors";
import { OwnLimits } from "@/server/domain/limits/own-limits";
import { limitsOf, type RequestLimits } from "@/server/domain/limits/request-limits";
import type { Adapters, Tx } from "@/server/services/ports";

export interface TenantLimits {
  readonly planName: string;
  readonly plan: RequestLimits;
  readonly own: OwnLimits;
  /** What holds: the plan's with the tenant's own in their place. */
  readonly now: RequestLimits;
}

/** A tenant's limits of requests, and where each comes from. AppError `not_found`. */
export function readLimits(
  { database }: Pick<Adapters, "database">,
  { tenantId }: { readonly tenantId: string },
): Promise<TenantLimits> {
  return database.asPlatform((tx) => findLimits(tx, tenantId));
}

/** The same in the caller's (platform's) transaction. */
export async function findLimits(tx: Tx, tenantId: string): Promise<TenantLimits> {
  const tenant = await tx.tenant.findUnique({ where: { id: tenantId }, select: { rates: true, plan: true } });
  if (!tenant) throw new AppError("not_found", { tenant_id: tenantId });
  const { plan, rates } = tenant;
  const own = OwnLimits.safeParse(rates);
  return {
    planName: plan.name,
    plan: limitsOf(plan, {}),
    own: own.success ? own.data : {},
    now: limitsOf(plan, rates),
  };
}
