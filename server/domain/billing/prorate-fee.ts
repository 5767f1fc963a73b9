import type { BillingMonth } from "@/server/domain/billing/billing-month";
import { divideRounded } from "@/server/domain/billing/divide-rounded";

/**
 * What of a month's fee falls on the stretch from one instant to another, by the millisecond. Both ends are rounded on
 * the month's scale and not the stretch by itself, so that stretches which follow each other never lose or gain a unit.
 */
export function prorateFee(
  fee: bigint,
  { start, end }: Pick<BillingMonth, "start" | "end">,
  stretch: { readonly from: Date; readonly to: Date },
): bigint {
  const length = BigInt(end.getTime() - start.getTime());
  const until = (instant: Date) => divideRounded(fee * BigInt(instant.getTime() - start.getTime()), length);
  return until(stretch.to) - until(stretch.from);
}
