import { z } from "zod";
import { modelInventory } from "@/server/adapters/model-inventory";
import { operatorProcedure, router } from "@/server/api/trpc/procedures";
import { listOperatorAudit } from "@/server/services/audit/list-audit";
import { listPlans } from "@/server/services/operator/list-plans";
import { listTenants } from "@/server/services/operator/list-tenants";
import { readHealth } from "@/server/services/operator/read-health";
import { updateTenant } from "@/server/services/operator/update-tenant";

/** The platform operator's screens: figures of tenants, never people's documents. */
export const operator = router({
  tenants: operatorProcedure("tenants:read").query(({ ctx }) => listTenants(ctx.adapters)),
  updateTenant: operatorProcedure("tenants:write")
    .input(z.object({ id: z.string(), planId: z.string(), status: z.enum(["active", "suspended"]) }))
    .mutation(({ ctx, input }) => updateTenant({ ...ctx.adapters, actor: ctx.person.id }, input)),
  plans: operatorProcedure("tenants:read").query(({ ctx }) => listPlans(ctx.adapters)),
  health: operatorProcedure("health:read").query(async ({ ctx }) => ({
    ...(await readHealth(ctx.adapters)),
    models: modelInventory(),
  })),
  audit: operatorProcedure("audit:read")
    .input(z.object({ before: z.number().int().optional() }))
    .query(({ ctx, input }) => listOperatorAudit(ctx.adapters, input)),
});
