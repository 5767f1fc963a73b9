import { AppError } from "@/server/contract/errors";
import { creditAloneMax } from "@/server/domain/billing/credit-limit";
import { requestApproval } from "@/server/services/approvals/request-approval";
import { creditInvoice, type NewCreditNote } from "@/server/services/billing/credit-invoice";
import type { Ctx } from "@/server/services/ports";

/**
 * Issues a credit note, or (where `fourEyes` are asked for and it is a large one) asks a second operator to allow it.
 * What the invoice cannot give is refused when it is carried out. AppError as `creditInvoice`; `conflict` where one
 * waits already.
 */
export async function askCredit(ctx: Ctx, input: NewCreditNote & { readonly fourEyes: boolean }): Promise<string> {
  const { invoiceId, amount, reason, requestId, fourEyes } = input;
  const invoice = await ctx.database.asPlatform((tx) =>
    tx.invoice.findFirst({ where: { id: invoiceId, kind: "invoice", status: "issued" }, select: { currency: true } }),
  );
  if (!invoice) throw new AppError("not_found", { invoice_id: invoiceId });
  if (!fourEyes || amount <= creditAloneMax(invoice.currency)) return creditInvoice(ctx, input);
  const asked = { amount: amount.toString(), currency: invoice.currency, reason, requestId };
  await requestApproval(ctx, "operator", { kind: "invoice.credit", subject: invoiceId, input: asked });
  return "waiting";
}
