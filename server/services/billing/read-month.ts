import { type BillingMonth, billingMonth } from "@/server/domain/billing/billing-month";
import { type MeterKey, meterKey } from "@/server/domain/billing/price-list";
import type { PricedSegment } from "@/server/domain/billing/price-month";
import { type Segment, splitMonth } from "@/server/domain/billing/split-month";
import { findPriceList } from "@/server/services/billing/find-price-list";
import type { Tx } from "@/server/services/ports";

export interface MonthToPrice {
  readonly month: BillingMonth;
  readonly currency: string;
  readonly segments: readonly PricedSegment[];
  /** plan's id → its name */
  readonly planNames: Readonly<Record<string, string>>;
}

/** Everything that a tenant's month costs by: its stretches by plan, with their prices and billed calls. Reads only. */
export async function readMonth(tx: Tx, tenantId: string, name: string): Promise<MonthToPrice> {
  const month = billingMonth(name);
  const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, include: { plan: true } });
  const rows = await tx.planChange.findMany({ where: { tenant_id: tenantId } });
  const changes = rows.map(({ at, from_plan_id: fromPlanId, to_plan_id: toPlanId }) => ({ at, fromPlanId, toPlanId }));
  const segments = splitMonth(month, { since: tenant.created_at, planId: tenant.plan_id, changes });
  const priced: PricedSegment[] = [];
  for (const segment of segments) {
    const priceList = await findPriceList(tx, segment.planId, name);
    priced.push({ ...segment, priceList, counts: await countCalls(tx, tenantId, segment) });
  }
  const plans = await tx.plan.findMany({ where: { id: { in: segments.map(({ planId }) => planId) } } });
  const planNames = Object.fromEntries(plans.map((plan) => [plan.id, plan.name]));
  return { month, currency: tenant.plan.currency, segments: priced, planNames };
}

/** Billed calls of a stretch; a workflow counts once for each module that ran in it. */
async function countCalls(tx: Tx, tenantId: string, { from, to }: Segment): Promise<Partial<Record<MeterKey, number>>> {
  const rows = await tx.$queryRaw<{ module: string; part: string | null; count: number }[]>`
    SELECT module, part, count(*)::int AS count
    FROM usage_event LEFT JOIN LATERAL unnest(parts) AS part ON module = 'workflow'
    WHERE tenant_id = ${tenantId} AND billed AND created_at >= ${from} AND created_at < ${to}
    GROUP BY module, part`;
  return Object.fromEntries(
    rows.map(({ module, part, count }) => [meterKey({ module, part } as Parameters<typeof meterKey>[0]), count]),
  );
}
