import { AppError } from "@/server/contract/errors";
import type { InvoiceView } from "@/server/contract/invoices";
import { viewInvoice } from "@/server/services/billing/view-invoice";
import type { Adapters, Ctx, Tx } from "@/server/services/ports";

/** One issued invoice or credit note of the tenant. AppError `not_found`: a draft is nobody's business yet. */
export function getInvoice(ctx: Ctx, { id }: { readonly id: string }): Promise<InvoiceView> {
  return ctx.database.inTenant(ctx.tenantId, (tx) => readInvoice(tx, id));
}

/** The same of any tenant, for the operator. */
export function getAnyInvoice(
  { database }: Pick<Adapters, "database">,
  { id }: { readonly id: string },
): Promise<InvoiceView> {
  return database.asPlatform((tx) => readInvoice(tx, id));
}

async function readInvoice(tx: Tx, id: string): Promise<InvoiceView> {
  const invoice = await tx.invoice.findFirst({ where: { id, status: "issued" }, include: { lines: true } });
  if (!invoice) throw new AppError("not_found", { invoice_id: id });
  const corrected = invoice.corrects_id && (await tx.invoice.findUnique({ where: { id: invoice.corrects_id } }));
  return viewInvoice(invoice, corrected ? corrected.number : null);
}
