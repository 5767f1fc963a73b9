/** Digits of a currency's minor unit by ISO 4217: 2 for USD, 0 for JPY, 3 for TND. */
export function minorDigits(currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** Millionths of a currency in one of its minor units: 10,000 for USD. */
export function microsPerMinor(currency: string): bigint {
  return 10n ** BigInt(6 - minorDigits(currency));
}

/** Decimal text with commas between thousands, for people: `1234.50` is `1,234.50`. */
export function groupDigits(text: string): string {
  const [whole, fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** An amount as plain digits: `1234` minor units of USD are `12.34`, millionths (`digits` 6) lose their idle zeros. */
export function decimalText(amount: bigint, digits: number, keep: number = digits): string {
  const sign = amount < 0n ? "-" : "";
  const text = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const fraction = text.slice(text.length - digits);
  const idle = /0*$/.exec(fraction)?.[0].length ?? 0;
  const kept = fraction.slice(0, Math.max(keep, fraction.length - idle));
  return kept === "" ? `${sign}${whole}` : `${sign}${whole}.${kept}`;
}
