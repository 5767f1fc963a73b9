import { PLANS } from "@/server/domain/billing/plans";
import type { Tx } from "@/server/services/ports";

/** Their first prices hold for every month so far. */
const SINCE_EVER = "2000-01";

/** Adds the plans that are missing, with their prices; those there are the operator's to change. */
export async function writePlans(tx: Tx): Promise<void> {
  await tx.plan.createMany({
    data: PLANS.map(({ id, name, currency, quotas, rateMinute, rateDay, slaPercent }) => ({
      ...{
        id,
        name,
        currency,
        quotas: { ...quotas },
        rate_minute: rateMinute,
        rate_day: rateDay,
        sla_percent: slaPercent,
      },
    })),
    skipDuplicates: true,
  });
  await tx.planPrice.createMany({
    data: PLANS.map(({ id, priceList }) => ({
      ...{ plan_id: id, from_month: SINCE_EVER, price_list: priceList, created_by: "system" },
    })),
    skipDuplicates: true,
  });
}
