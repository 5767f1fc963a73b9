import { z } from "zod";
import { operatorProcedure, router } from "@/server/api/trpc/procedures";
import { operatorCtx } from "@/server/api/trpc/routers/operator-approvals";
import { env } from "@/server/env";
import { askCredit } from "@/server/services/billing/ask-credit";
import { getAnyInvoice } from "@/server/services/billing/get-invoice";
import { listAllInvoices } from "@/server/services/billing/list-invoices";
import { readMeters } from "@/server/services/billing/read-meters";
import { setMeterCustomer } from "@/server/services/billing/set-meter-customer";
import { PlanEdit, updatePlan } from "@/server/services/billing/update-plan";

const Id = z.string().max(80);

/** What tenants pay, as the operator looks after it. */
export const operatorBilling = router({
  invoices: operatorProcedure("invoices:read")
    .input(z.object({ cursor: Id.optional(), tenantId: Id.optional(), month: z.string().max(7).optional() }))
    .query(({ ctx, input }) => listAllInvoices(ctx.adapters, input)),
  invoice: operatorProcedure("invoices:read")
    .input(z.object({ id: Id }))
    .query(({ ctx, input }) => getAnyInvoice(ctx.adapters, input)),
  credit: operatorProcedure("invoices:write")
    .input(
      z.object({
        invoiceId: Id,
        amount: z.bigint(),
        reason: z.string().trim().min(1).max(500),
        requestId: z.string().min(8).max(80),
      }),
    )
    .mutation(({ ctx, input }) => askCredit(operatorCtx(ctx), { ...input, fourEyes: env().OPERATOR_FOUR_EYES })),
  updatePlan: operatorProcedure("plans:write")
    .input(PlanEdit)
    .mutation(({ ctx, input }) => updatePlan({ ...ctx.adapters, actor: ctx.person.id }, input)),
  meters: operatorProcedure("invoices:read").query(({ ctx }) => readMeters(ctx.adapters)),
  setMeterCustomer: operatorProcedure("invoices:write")
    .input(
      z.object({
        tenantId: Id,
        customerId: z
          .string()
          .trim()
          .regex(/^cus_[A-Za-z0-9]{1,80}$/)
          .nullable(),
      }),
    )
    .mutation(({ ctx, input }) => setMeterCustomer({ ...ctx.adapters, actor: ctx.person.id }, input)),
});
