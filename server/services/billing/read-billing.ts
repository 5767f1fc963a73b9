import { BilledModule } from "@/server/contract/enums";
import type { InvoiceLineView } from "@/server/contract/invoices";
import { monthOf, nextMonth } from "@/server/domain/billing/billing-month";
import { decimalText, minorDigits } from "@/server/domain/billing/currency";
import { describeLine } from "@/server/domain/billing/describe-line";
import type { PriceList } from "@/server/domain/billing/price-list";
import { type PricedLine, priceMonth, totalOf } from "@/server/domain/billing/price-month";
import { findPriceList } from "@/server/services/billing/find-price-list";
import { readMonth } from "@/server/services/billing/read-month";
import type { Ctx, Tx } from "@/server/services/ports";

export type EstimateLine = Pick<
  InvoiceLineView,
  "kind" | "description" | "first_call" | "quantity" | "unit_price" | "discount_percent" | "amount"
>;

export interface BillingOverview {
  /** Calendar month, UTC: `2026-10`. */
  readonly month: string;
  readonly currency: string;
  readonly plan: {
    readonly id: string;
    readonly name: string;
    readonly slaPercent: string;
    readonly prices: PriceList;
    /** Prices that hold from the next month on, where they differ. */
    readonly nextPrices: PriceList | null;
  };
  /** Live calls of the month against the quotas. */
  readonly quotas: readonly { readonly module: string; readonly used: number; readonly limit: number | null }[];
  /** What the month costs if nothing more is called; the fee of the whole month. */
  readonly estimate: { readonly lines: readonly EstimateLine[]; readonly total: string };
}

/** What the billing screen shows of the month that is running, by the very prices that its invoice will have. */
export async function readBilling(ctx: Ctx): Promise<BillingOverview> {
  const month = monthOf(ctx.clock.now());
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenantId }, include: { plan: true } });
    const { plan } = tenant;
    const prices = await findPriceList(tx, plan.id, month);
    const next = await findPriceList(tx, plan.id, nextMonth(month));
    const toPrice = await readMonth(tx, ctx.tenantId, month);
    const lines = priceMonth(toPrice.month, toPrice.currency, toPrice.segments);
    const own = (tenant.settings as { quotas?: Record<string, number> }).quotas;
    return {
      month,
      currency: plan.currency,
      plan: {
        id: plan.id,
        name: plan.name,
        slaPercent: plan.sla_percent,
        prices,
        nextPrices: JSON.stringify(next) === JSON.stringify(prices) ? null : next,
      },
      quotas: await readQuotas(ctx, tx, month, { ...(plan.quotas as Record<string, number>), ...own }),
      estimate: {
        lines: lines.map((line) => viewLine(line, toPrice.currency, toPrice.planNames)),
        total: decimalText(totalOf(lines), minorDigits(toPrice.currency)),
      },
    };
  });
}

async function readQuotas(ctx: Ctx, tx: Tx, period: string, limits: Readonly<Record<string, number>>) {
  const rows = await tx.quotaCounter.findMany({ where: { tenant_id: ctx.tenantId, environment: "live", period } });
  const used = new Map(rows.map((row) => [row.module, row.used]));
  return BilledModule.options.map((module) => ({
    module,
    used: used.get(module) ?? 0,
    limit: limits[module] ?? null,
  }));
}

function viewLine(line: PricedLine, currency: string, planNames: Readonly<Record<string, string>>): EstimateLine {
  const digits = minorDigits(currency);
  const usage = line.kind === "usage" ? line : undefined;
  const { module = null, part = null } = usage ?? {};
  return {
    kind: line.kind,
    description: describeLine({ kind: line.kind, module, part, plan: planNames[line.planId] }),
    first_call: usage?.first ?? null,
    quantity: usage?.quantity ?? null,
    unit_price: usage ? decimalText(usage.unitMicros, 6, digits) : null,
    discount_percent: usage ? decimalText(BigInt(usage.discountBp), 2, 0) : null,
    amount: decimalText(line.amount, digits),
  };
}
