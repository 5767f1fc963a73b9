import { z } from "zod";
import { operatorProcedure, router } from "@/server/api/trpc/procedures";
import { operatorCtx } from "@/server/api/trpc/routers/operator-approvals";
import { listTenantKeys } from "@/server/services/operator/list-tenant-keys";
import { revokeTenantKey } from "@/server/services/operator/revoke-tenant-key";

const Tenant = z.object({ tenantId: z.string().max(80) });

/** Keys of tenants, for the hour in which one leaked. */
export const operatorKeys = router({
  list: operatorProcedure("keys:revoke")
    .input(Tenant)
    .query(({ ctx, input }) => listTenantKeys(ctx.adapters, input)),
  revoke: operatorProcedure("keys:revoke")
    .input(Tenant.extend({ id: z.string().max(80) }))
    .mutation(({ ctx, input }) => revokeTenantKey(operatorCtx(ctx), input)),
});
