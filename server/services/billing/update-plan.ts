import { z } from "zod";
import { BilledModule } from "@/server/contract/enums";
import { AppError } from "@/server/contract/errors";
import { monthOf, nextMonth } from "@/server/domain/billing/billing-month";
import { PriceList } from "@/server/domain/billing/price-list";
import { appendOperatorAudit } from "@/server/services/audit/append-audit";
import type { Adapters } from "@/server/services/ports";

export const PlanEdit = z.object({
  planId: z.string(),
  name: z.string().trim().min(1).max(60),
  priceList: PriceList,
  /** Calls a month; absent is unlimited. */
  quotas: z.partialRecord(BilledModule, z.number().int().min(0).max(1_000_000_000)),
});
export type PlanEdit = z.infer<typeof PlanEdit>;

/**
 * Changes a plan. Name and quotas hold at once; prices from the next month on, so that no call costs other than was
 * said when it was made. AppError `not_found`.
 */
export async function updatePlan(
  ctx: Pick<Adapters, "database" | "clock" | "ids"> & { readonly actor: string },
  { planId, name, priceList, quotas }: PlanEdit,
): Promise<{ readonly fromMonth: string }> {
  const now = ctx.clock.now();
  const fromMonth = nextMonth(monthOf(now));
  await ctx.database.asPlatform(async (tx) => {
    const { count } = await tx.plan.updateMany({ where: { id: planId }, data: { name, quotas } });
    if (count === 0) throw new AppError("not_found", { plan_id: planId });
    const prices = { price_list: priceList, created_by: ctx.actor, created_at: now };
    await tx.planPrice.upsert({
      where: { plan_id_from_month: { plan_id: planId, from_month: fromMonth } },
      create: { plan_id: planId, from_month: fromMonth, ...prices },
      update: prices,
    });
    const details = { from_month: fromMonth, monthly_fee_minor: priceList.monthly_fee };
    await appendOperatorAudit(ctx, tx, { action: "plan.updated", target: planId, details });
  });
  return { fromMonth };
}
