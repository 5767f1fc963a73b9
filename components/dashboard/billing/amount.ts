import { groupDigits } from "@/server/domain/billing/currency";

/** Decimal text with its currency, as it stands on an invoice: `1,234.50 USD`. */
export function amount(text: string, currency: string): string {
  return `${groupDigits(text)} ${currency}`;
}
