import { PriceList } from "@/server/domain/billing/price-list";
import type { Tx } from "@/server/services/ports";

/**
 * What a plan costs in a month: the latest prices that hold by then. Throws where a plan has none, which no month
 * lacks.
 */
export async function findPriceList(tx: Tx, planId: string, month: string): Promise<PriceList> {
  const row = await tx.planPrice.findFirstOrThrow({
    where: { plan_id: planId, from_month: { lte: month } },
    orderBy: { from_month: "desc" },
  });
  return PriceList.parse(row.price_list);
}
