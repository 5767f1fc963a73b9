import type { Adapters } from "@/server/services/ports";

export interface PlanRow {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  /** module → price of one call, in millionths of the currency */
  readonly prices: Readonly<Record<string, number>>;
  /** module → calls a month; absent is unlimited */
  readonly quotas: Readonly<Record<string, number>>;
  readonly rateMinute: number;
  readonly rateDay: number;
  readonly slaPercent: string;
}

export async function listPlans({ database }: Pick<Adapters, "database">): Promise<PlanRow[]> {
  const plans = await database.asPlatform((tx) => tx.plan.findMany({ orderBy: { created_at: "asc" } }));
  return plans.map((plan) => ({
    id: plan.id,
    name: plan.name,
    currency: plan.currency,
    prices: plan.prices as Record<string, number>,
    quotas: plan.quotas as Record<string, number>,
    rateMinute: plan.rate_minute,
    rateDay: plan.rate_day,
    slaPercent: plan.sla_percent,
  }));
}
