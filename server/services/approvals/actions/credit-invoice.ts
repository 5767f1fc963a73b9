import { z } from "zod";
import { defineAction } from "@/server/services/approvals/action";
import { creditInvoice as credit } from "@/server/services/billing/credit-invoice";

/**
 * An operator gives back more than one may alone. The request's id makes it one credit note, however often it is
 * allowed.
 */
export const creditInvoice = defineAction({
  kind: "invoice.credit",
  title: "Issue a large credit note",
  needs: { operator: "invoices:write" },
  schema: z.object({
    /** Minor units, as text: JSON has no whole numbers of this size. */
    amount: z.string().regex(/^\d{1,18}$/),
    currency: z.string().length(3),
    reason: z.string().min(1).max(500),
    requestId: z.string().min(8).max(80),
  }),
  keyOf: async () => "master",
  reason: ({ amount, currency, reason }) => `${amount} minor units of ${currency}: ${reason}`,
  carryOut: async (ctx, { subject: invoiceId, input, requestedBy }) => {
    const { reason, requestId } = input;
    await credit({ ...ctx, actor: requestedBy }, { invoiceId, amount: BigInt(input.amount), reason, requestId });
  },
});
