import { modelInventory } from "@/server/adapters/model-inventory";
import { operatorProcedure, router } from "@/server/api/trpc/procedures";
import { listPlans } from "@/server/services/operator/list-plans";
import { listTenants } from "@/server/services/operator/list-tenants";
import { readHealth } from "@/server/services/operator/read-health";

/** The platform operator's screens: figures of tenants, never people's documents. */
export const operator = router({
  tenants: operatorProcedure("tenants:read").query(({ ctx }) => listTenants(ctx.adapters)),
  plans: operatorProcedure("tenants:read").query(({ ctx }) => listPlans(ctx.adapters)),
  health: operatorProcedure("health:read").query(async ({ ctx }) => ({
    ...(await readHealth(ctx.adapters)),
    models: modelInventory(),
  })),
});
