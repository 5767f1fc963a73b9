import { divideRounded } from "@/server/domain/billing/divide-rounded";
import type { Tier } from "@/server/domain/billing/price-list";

/** Calls of one price: `quantity` of them, from the month's `first`-th on. */
export interface Band {
  readonly first: number;
  readonly quantity: number;
  readonly discountBp: number;
  /** Price of one call after the discount, in millionths; rounded once, here. */
  readonly unitMicros: bigint;
}

/**
 * Takes `quantity` calls that follow the month's first `before` ones apart by tier: each call costs what its own place
 * in the month says, so that one call more never makes the month cheaper.
 */
export function tierBands(
  price: bigint,
  tiers: readonly Tier[],
  { before, quantity }: { readonly before: number; readonly quantity: number },
): Band[] {
  const edges = [{ above: 0, discount_bp: 0 }, ...tiers];
  return edges.flatMap(({ above, discount_bp: discountBp }, i) => {
    const from = Math.max(before, above);
    const to = Math.min(before + quantity, edges[i + 1]?.above ?? Number.POSITIVE_INFINITY);
    if (to <= from) return [];
    const unitMicros = divideRounded(price * BigInt(10_000 - discountBp), 10_000n);
    return [{ first: from + 1, quantity: to - from, discountBp, unitMicros }];
  });
}
