import { BilledModule } from "@/server/contract/enums";
import { decimalText, minorDigits } from "@/server/domain/billing/currency";
import { describeLine } from "@/server/domain/billing/describe-line";
import { PLANS, type PlanDeclaration } from "@/server/domain/billing/plans";

const BEGIN = "<!-- prices: written by `npm run docs` -->";
const END = "<!-- /prices -->";

/** The plans of a new installation as a table, read off their declaration. */
function priceTable(): string {
  const rows = [
    ["", ...PLANS.map(({ name, currency }) => `${name} (${currency})`)],
    ["---", ...PLANS.map(() => "---")],
    [
      "fee a month",
      ...PLANS.map(({ priceList, currency }) => decimalText(BigInt(priceList.monthly_fee), minorDigits(currency))),
    ],
    ...BilledModule.options.map((module) => [
      describeLine({ kind: "usage", module, part: null, plan: null }),
      ...PLANS.map((plan) => [priceOf(plan, module), ...discountsOf(plan, module)].join("; ")),
    ]),
    [
      "calls a month of each module",
      ...PLANS.map(({ quotas }) => [...new Set(Object.values(quotas))].join(", ") || "no limit"),
    ],
  ];
  return rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function priceOf({ priceList, currency }: PlanDeclaration, module: BilledModule): string {
  if (module === "workflow") return "sum of its modules";
  return decimalText(BigInt(priceList.prices[module] ?? 0), 6, minorDigits(currency));
}

function discountsOf({ priceList }: PlanDeclaration, module: BilledModule): string[] {
  return (priceList.tiers[module] ?? []).map(
    ({ above, discount_bp: bp }) => `over ${above.toLocaleString("en-GB")}: −${decimalText(BigInt(bp), 2, 0)} %`,
  );
}

/** The page with its table as the declaration has it now. Throws where the page has no place for it. */
export function withPriceTable(page: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`docs/billing.md needs the lines ${BEGIN} and ${END}.`);
  return `${page.slice(0, from)}${BEGIN}\n${priceTable()}\n${page.slice(to)}`;
}
