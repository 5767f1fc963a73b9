import type { BillingMonth } from "@/server/domain/billing/billing-month";

export interface PlanChange {
  readonly at: Date;
  readonly fromPlanId: string;
  readonly toPlanId: string;
}

/** A stretch of a month under one plan: `from` is in it, `to` is not. */
export interface Segment {
  readonly from: Date;
  readonly to: Date;
  readonly planId: string;
}

/**
 * A month taken apart where the plan changed. It begins with the tenant, where that came later; a tenant that came
 * after it has no segment. `changes` are all of the tenant's, in any order; `planId` is its plan now.
 */
export function splitMonth(
  { start, end }: Pick<BillingMonth, "start" | "end">,
  tenant: { readonly since: Date; readonly planId: string; readonly changes: readonly PlanChange[] },
): Segment[] {
  const changes = [...tenant.changes].sort((a, b) => a.at.getTime() - b.at.getTime());
  const begins = tenant.since > start ? tenant.since : start;
  if (begins >= end) return [];
  const before = changes.filter(({ at }) => at <= begins).at(-1);
  const later = changes.find(({ at }) => at > begins);
  let open = { from: begins, planId: before?.toPlanId ?? later?.fromPlanId ?? tenant.planId };
  const segments: Segment[] = [];
  for (const change of changes) {
    if (change.at <= begins || change.at >= end || change.toPlanId === open.planId) continue;
    segments.push({ ...open, to: change.at });
    open = { from: change.at, planId: change.toPlanId };
  }
  return [...segments, { ...open, to: end }];
}
