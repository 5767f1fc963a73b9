import { BilledModule } from "@/server/contract/enums";
import { decimalText, minorDigits } from "@/server/domain/billing/currency";
import { PricedModule, type PriceList, type Tier } from "@/server/domain/billing/price-list";

/**
 * A plan's prices and quotas as text that a person edits: amounts with a decimal point, tiers as `1000: 5, 3000: 10`.
 */
export interface PlanForm {
  readonly fee: string;
  readonly prices: Readonly<Record<PricedModule, string>>;
  readonly tiers: Readonly<Record<BilledModule, string>>;
  /** Empty is unlimited. */
  readonly quotas: Readonly<Record<BilledModule, string>>;
}

const each = <Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;

export function showPlanForm(
  priceList: PriceList,
  quotas: Readonly<Partial<Record<string, number>>>,
  currency: string,
): PlanForm {
  const digits = minorDigits(currency);
  return {
    fee: decimalText(BigInt(priceList.monthly_fee), digits),
    prices: each(PricedModule.options, (module) => decimalText(BigInt(priceList.prices[module] ?? 0), 6, digits)),
    tiers: each(BilledModule.options, (module) =>
      (priceList.tiers[module] ?? [])
        .map(({ above, discount_bp }) => `${above}: ${decimalText(BigInt(discount_bp), 2, 0)}`)
        .join(", "),
    ),
    quotas: each(BilledModule.options, (module) => (quotas[module] === undefined ? "" : String(quotas[module]))),
  };
}

export type PlanFormResult =
  | { readonly priceList: PriceList; readonly quotas: Partial<Record<BilledModule, number>> }
  | { readonly mistakes: readonly string[] };

/** What the text says, or a sentence for each mistake in it. */
export function readPlanForm(form: PlanForm, currency: string): PlanFormResult {
  const mistakes: string[] = [];
  const amount = (text: string, digits: number, what: string): number => {
    const value = wholeOf(text, digits);
    if (value === undefined) mistakes.push(`${what} must be an amount with at most ${digits} digits after the point.`);
    return value ?? 0;
  };
  const monthly_fee = amount(form.fee, minorDigits(currency), "The fee");
  const prices = each(PricedModule.options, (module) => amount(form.prices[module], 6, `The price of ${module}`));
  const tiers: PriceList["tiers"] = {};
  const quotas: Partial<Record<BilledModule, number>> = {};
  for (const module of BilledModule.options) {
    const read = tiersOf(form.tiers[module]);
    if (read === undefined) mistakes.push(`Tiers of ${module} must read like "1000: 5, 3000: 10", rising.`);
    else if (read.length > 0) tiers[module] = read;
    const quota = form.quotas[module].trim();
    if (/^\d{1,9}$/.test(quota)) quotas[module] = Number(quota);
    else if (quota !== "") mistakes.push(`The quota of ${module} must be a whole number, or empty for no limit.`);
  }
  return mistakes.length > 0 ? { mistakes } : { priceList: { monthly_fee, prices, tiers }, quotas };
}

/** `12.34` with two digits is 1234; undefined where it is no such number. */
function wholeOf(text: string, digits: number): number | undefined {
  const found = /^(\d{1,9})(?:\.(\d+))?$/.exec(text.trim());
  const fraction = found?.[2] ?? "";
  return found && fraction.length <= digits ? Number(found[1] + fraction.padEnd(digits, "0")) : undefined;
}

function tiersOf(text: string): Tier[] | undefined {
  if (text.trim() === "") return [];
  const tiers: Tier[] = [];
  for (const part of text.split(",")) {
    const [above, percent, ...more] = part.split(":").map((piece) => piece.trim());
    const discount_bp = wholeOf(percent ?? "", 2);
    const valid = /^[1-9]\d{0,8}$/.test(above) && more.length === 0 && Number(above) > (tiers.at(-1)?.above ?? 0);
    if (!valid || discount_bp === undefined || discount_bp < 1 || discount_bp > 10_000) return undefined;
    tiers.push({ above: Number(above), discount_bp });
  }
  return tiers;
}
