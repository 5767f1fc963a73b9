import { monthOf, nextMonth } from "@/server/domain/billing/billing-month";
import type { PriceList } from "@/server/domain/billing/price-list";
import { findPriceList } from "@/server/services/billing/find-price-list";
import type { Adapters } from "@/server/services/ports";

export interface PlanRow {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly prices: PriceList;
  /** Prices that hold from the next month on, where they differ. */
  readonly nextPrices: PriceList | null;
  /** module → calls a month; absent is unlimited */
  readonly quotas: Readonly<Record<string, number>>;
  readonly rateMinute: number;
  readonly rateDay: number;
  readonly slaPercent: string;
}

/** Every plan with its prices of this month and the next, the cheapest fee first. */
export async function listPlans({ database, clock }: Pick<Adapters, "database" | "clock">): Promise<PlanRow[]> {
  const month = monthOf(clock.now());
  return database.asPlatform(async (tx) => {
    const plans = await tx.plan.findMany({ orderBy: [{ created_at: "asc" }, { id: "asc" }] });
    const rows: PlanRow[] = [];
    for (const plan of plans) {
      const prices = await findPriceList(tx, plan.id, month);
      const next = await findPriceList(tx, plan.id, nextMonth(month));
      rows.push({
        id: plan.id,
        name: plan.name,
        currency: plan.currency,
        prices,
        nextPrices: JSON.stringify(next) === JSON.stringify(prices) ? null : next,
        quotas: plan.quotas as Record<string, number>,
        rateMinute: plan.rate_minute,
        rateDay: plan.rate_day,
        slaPercent: plan.sla_percent,
      });
    }
    return rows.sort((a, b) => a.prices.monthly_fee - b.prices.monthly_fee);
  });
}
