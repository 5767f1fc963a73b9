import { AppError } from "@/server/contract/errors";
import { decimalText, minorDigits } from "@/server/domain/billing/currency";
import { billingCtx, issueDraft } from "@/server/services/billing/issue-invoice";
import { sendEvents } from "@/server/services/jobs/send-events";
import type { Adapters } from "@/server/services/ports";

export interface NewCreditNote {
  readonly invoiceId: string;
  /** Minor units to give back, above zero. */
  readonly amount: bigint;
  readonly reason: string;
  /** Made by whoever asks; the same request makes one credit note however often it arrives. */
  readonly requestId: string;
}

/**
 * Gives back part or all of an issued invoice by a credit note with a number of its own; the invoice stays as it is.
 * AppError `not_found`; `invalid_request` where more would be given back than was asked for. Answers the credit note's
 * id.
 */
export async function creditInvoice(
  adapters: Adapters & { readonly actor: string; readonly traceId: string },
  { invoiceId, amount, reason, requestId }: NewCreditNote,
): Promise<string> {
  const source = `credit:${invoiceId}:${requestId}`;
  const { ctx, id, events } = await adapters.database.asPlatform(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM invoice WHERE id = ${invoiceId} FOR UPDATE`;
    const invoice = await tx.invoice.findFirst({ where: { id: invoiceId, kind: "invoice", status: "issued" } });
    if (!invoice) throw new AppError("not_found", { invoice_id: invoiceId });
    const ctx = billingCtx(adapters, { tenantId: invoice.tenant_id, actor: adapters.actor, traceId: adapters.traceId });
    const before = await tx.invoice.findUnique({ where: { source } });
    if (before) return { ctx, id: before.id, events: [] };
    const given = await tx.invoice.aggregate({ where: { corrects_id: invoiceId }, _sum: { total: true } });
    const left = invoice.total + (given._sum.total ?? 0n);
    if (amount <= 0n || amount > left) {
      const rest = decimalText(left, minorDigits(invoice.currency));
      const message = `Give back more than nothing and at most what is left: ${rest} ${invoice.currency}.`;
      throw new AppError("invalid_request", { fields: [{ path: "amount", message }], left_minor: left.toString() });
    }
    const id = ctx.ids.make("inv");
    const { tenant_id, month, currency, issued_to } = invoice;
    await tx.invoice.create({
      data: {
        ...{ id, tenant_id, month, currency, issued_to: issued_to as object, source, reason },
        kind: "credit_note",
        corrects_id: invoiceId,
        total: -amount,
        issued_by: ctx.issuer,
        created_by: ctx.actor,
        created_at: ctx.clock.now(),
      },
    });
    await tx.invoiceLine.create({ data: { invoice_id: id, tenant_id, position: 1, kind: "credit", amount: -amount } });
    return { ctx, id, events: await issueDraft(ctx, tx, id) };
  });
  await sendEvents(ctx, events);
  return id;
}
