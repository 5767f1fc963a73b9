import type { BillingMonth } from "@/server/domain/billing/billing-month";
import { microsPerMinor } from "@/server/domain/billing/currency";
import { divideRounded } from "@/server/domain/billing/divide-rounded";
import { METERED, type Metered, type MeterKey, meterKey, type PriceList } from "@/server/domain/billing/price-list";
import { prorateFee } from "@/server/domain/billing/prorate-fee";
import type { Segment } from "@/server/domain/billing/split-month";
import { type Band, tierBands } from "@/server/domain/billing/tier-bands";

export interface PricedSegment extends Segment {
  readonly priceList: PriceList;
  /** Billed calls of the segment. */
  readonly counts: Readonly<Partial<Record<MeterKey, number>>>;
}

interface LineBase {
  readonly planId: string;
  readonly from: Date;
  readonly to: Date;
  /** Minor units of the currency. */
  readonly amount: bigint;
}
export interface FeeLine extends LineBase {
  readonly kind: "fee";
}
export interface UsageLine extends LineBase, Metered, Band {
  readonly kind: "usage";
}
export type PricedLine = FeeLine | UsageLine;

/**
 * What a month costs, line by line. The lines of one thing share its exact amount, which is rounded once: a line is the
 * rounded running total up to its end less the one before it. So the parts of a month that was split add up to what the
 * whole would have cost.
 */
export function priceMonth(month: BillingMonth, currency: string, segments: readonly PricedSegment[]): PricedLine[] {
  const fees = segments.flatMap(({ planId, from, to, priceList }): FeeLine[] => {
    if (priceList.monthly_fee === 0) return [];
    const amount = prorateFee(BigInt(priceList.monthly_fee), month, { from, to });
    return [{ kind: "fee", planId, from, to, amount }];
  });
  return [...fees, ...METERED.flatMap((metered) => usageLines(metered, microsPerMinor(currency), segments))];
}

function usageLines(metered: Metered, perMinor: bigint, segments: readonly PricedSegment[]): UsageLine[] {
  const { module, part } = metered;
  const lines: UsageLine[] = [];
  let before = 0;
  let exact = 0n;
  for (const { planId, from, to, priceList, counts } of segments) {
    const quantity = counts[meterKey(metered)] ?? 0;
    const price = BigInt(priceList.prices[(part ?? module) as keyof PriceList["prices"]] ?? 0);
    for (const band of tierBands(price, priceList.tiers[module] ?? [], { before, quantity })) {
      const until = exact + band.unitMicros * BigInt(band.quantity);
      const amount = divideRounded(until, perMinor) - divideRounded(exact, perMinor);
      lines.push({ kind: "usage", module, part, planId, from, to, ...band, amount });
      exact = until;
    }
    before += quantity;
  }
  return lines;
}

/** Minor units. */
export function totalOf(lines: readonly { readonly amount: bigint }[]): bigint {
  return lines.reduce((sum, { amount }) => sum + amount, 0n);
}
