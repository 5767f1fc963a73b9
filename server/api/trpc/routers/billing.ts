import { z } from "zod";
import { memberProcedure, router } from "@/server/api/trpc/procedures";
import { getInvoice } from "@/server/services/billing/get-invoice";
import { listInvoices } from "@/server/services/billing/list-invoices";
import { readBilling } from "@/server/services/billing/read-billing";

/** What a tenant pays: the month that is running, and the invoices of those before. */
export const billing = router({
  overview: memberProcedure("billing:read").query(({ ctx }) => readBilling(ctx.service)),
  invoices: memberProcedure("billing:read")
    .input(z.object({ cursor: z.string().max(80).optional() }))
    .query(({ ctx, input }) => listInvoices(ctx.service, input)),
  invoice: memberProcedure("billing:read")
    .input(z.object({ id: z.string().max(80) }))
    .query(({ ctx, input }) => getInvoice(ctx.service, input)),
});
