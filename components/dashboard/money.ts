/** An amount in millionths of a currency, written with as many decimals as it needs, at least two: `$0.015`. */
export function money(micros: number, currency: string): string {
  return new Intl.NumberFormat("en-GB", {
    style: "currency",
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: 4,
  }).format(micros / 1_000_000);
}
