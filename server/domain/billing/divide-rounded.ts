/**
 * The one rounding rule of money: to the nearest whole unit, and a half away from zero. Amounts are whole numbers all
 * the way (millionths of a currency before rounding, its minor units after), never floats.
 */
export function divideRounded(amount: bigint, divisor: bigint): bigint {
  if (divisor <= 0n) throw new RangeError("A divisor must be greater than zero.");
  const half = divisor / 2n + (divisor % 2n);
  const magnitude = amount < 0n ? -amount : amount;
  const rounded = magnitude / divisor + (magnitude % divisor >= half ? 1n : 0n);
  return amount < 0n ? -rounded : rounded;
}
