import { z } from "zod";
import { modelInventory } from "@/server/adapters/model-inventory";
import { operatorProcedure, router } from "@/server/api/trpc/procedures";
import { operatorCtx } from "@/server/api/trpc/routers/operator-approvals";
import { env } from "@/server/env";
import { listOperatorAudit } from "@/server/services/audit/list-audit";
import { changeTenant } from "@/server/services/operator/change-tenant";
import { listPlans } from "@/server/services/operator/list-plans";
import { listTenants } from "@/server/services/operator/list-tenants";
import { readHealth } from "@/server/services/operator/read-health";
import { inviteFirstOwner } from "@/server/services/tenants/invite-first-owner";
import { OpeningTenant, openTenant } from "@/server/services/tenants/open-tenant";

/** The platform operator's screens: figures of tenants, never people's documents. */
export const operator = router({
  tenants: operatorProcedure("tenants:read").query(({ ctx }) => listTenants(ctx.adapters)),
  openTenant: operatorProcedure("tenants:write")
    .input(OpeningTenant)
    .mutation(({ ctx, input }) => openTenant({ ...ctx.adapters, actor: ctx.person.id }, input, ctx.baseUrl)),
  inviteFirstOwner: operatorProcedure("tenants:write")
    .input(z.object({ tenantId: z.string().max(80), email: z.email().max(320) }))
    .mutation(({ ctx, input }) =>
      inviteFirstOwner({ ...ctx.adapters, actor: ctx.person.id }, { ...input, baseUrl: ctx.baseUrl }),
    ),
  updateTenant: operatorProcedure("tenants:write")
    .input(
      z.object({
        id: z.string(),
        planId: z.string(),
        status: z.enum(["active", "suspended"]),
        note: z.string().trim().max(2000).default(""),
      }),
    )
    .mutation(({ ctx, input }) => changeTenant(operatorCtx(ctx), { ...input, fourEyes: env().OPERATOR_FOUR_EYES })),
  plans: operatorProcedure("tenants:read").query(({ ctx }) => listPlans(ctx.adapters)),
  health: operatorProcedure("health:read").query(async ({ ctx }) => ({
    ...(await readHealth(ctx.adapters)),
    models: modelInventory(),
  })),
  audit: operatorProcedure("audit:read")
    .input(z.object({ before: z.number().int().optional() }))
    .query(({ ctx, input }) => listOperatorAudit(ctx.adapters, input)),
});
