import { type PricedLine, priceMonth, totalOf } from "@/server/domain/billing/price-month";
import type { DueMonth } from "@/server/services/billing/list-due-months";
import { type MonthToPrice, readMonth } from "@/server/services/billing/read-month";
import type { Adapters, Tx } from "@/server/services/ports";

/**
 * The second step of a month's close: counts what a sealed month holds and writes the invoice as a draft, in one
 * transaction, once. Answers the invoice's id; undefined where the month cost nothing, which makes no invoice.
 */
export async function countMonth(
  ctx: Pick<Adapters, "database" | "clock" | "ids" | "issuer">,
  { tenantId, month }: DueMonth,
): Promise<string | undefined> {
  const where = { tenant_id_month: { tenant_id: tenantId, month } };
  return ctx.database.asPlatform(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM billing_month WHERE tenant_id = ${tenantId} AND month = ${month} FOR UPDATE`;
    const sealed = await tx.billingMonth.findUniqueOrThrow({ where });
    if (sealed.counted_at) return sealed.invoice_id ?? undefined;
    const toPrice = await readMonth(tx, tenantId, month);
    const lines = priceMonth(toPrice.month, toPrice.currency, toPrice.segments);
    const invoiceId = totalOf(lines) === 0n ? undefined : await writeDraft(ctx, tx, { tenantId, toPrice, lines });
    await tx.billingMonth.update({ where, data: { counted_at: ctx.clock.now(), invoice_id: invoiceId ?? null } });
    return invoiceId;
  });
}

async function writeDraft(
  ctx: Pick<Adapters, "clock" | "ids" | "issuer">,
  tx: Tx,
  of: { readonly tenantId: string; readonly toPrice: MonthToPrice; readonly lines: readonly PricedLine[] },
): Promise<string> {
  const { tenantId, lines } = of;
  const { month, currency, planNames } = of.toPrice;
  const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId } });
  const id = ctx.ids.make("inv");
  await tx.invoice.create({
    data: {
      id,
      tenant_id: tenantId,
      kind: "invoice",
      month: month.month,
      source: `close:${tenantId}:${month.month}`,
      currency,
      total: totalOf(lines),
      issued_to: { name: tenant.name, country: tenant.country, email: tenant.support_email },
      issued_by: ctx.issuer,
      created_by: "system",
      created_at: ctx.clock.now(),
    },
  });
  await tx.invoiceLine.createMany({
    data: lines.map((line, index) => ({
      invoice_id: id,
      tenant_id: tenantId,
      position: index + 1,
      kind: line.kind,
      plan_id: line.planId,
      plan_name: planNames[line.planId],
      from_at: line.from,
      to_at: line.to,
      amount: line.amount,
      ...(line.kind === "usage" && {
        module: line.module,
        part: line.part,
        first_call: line.first,
        quantity: line.quantity,
        discount_bp: line.discountBp,
        unit_micros: line.unitMicros,
      }),
    })),
  });
  return id;
}
