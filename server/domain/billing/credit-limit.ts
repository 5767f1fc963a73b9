import { minorDigits } from "@/server/domain/billing/currency";

/** What one operator may give back alone, in whole units of the invoice's currency. */
const UNITS = 100n;

/** The same in minor units; a larger credit note takes a second operator where four eyes are asked for. */
export function creditAloneMax(currency: string): bigint {
  return UNITS * 10n ** BigInt(minorDigits(currency));
}
