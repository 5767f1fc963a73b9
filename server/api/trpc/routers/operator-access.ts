import { z } from "zod";
import { grantedProcedure, operatorProcedure, router } from "@/server/api/trpc/procedures";
import { AppError } from "@/server/contract/errors";
import { endGrant } from "@/server/services/grants/end-grant";
import { listGrants } from "@/server/services/grants/list-grants";
import { GRANT_HOURS_MAX, requestGrant } from "@/server/services/grants/request-grant";
import { listTenants } from "@/server/services/operator/list-tenants";
import { listRequests } from "@/server/services/requests/list-requests";
import { readCase } from "@/server/services/verifications/read-case";
import { searchVerifications } from "@/server/services/verifications/search-verifications";

const Tenant = z.object({ tenantId: z.string().max(80) });
const Look = Tenant.extend({ environment: z.enum(["test", "live"]).default("test") });

/**
 * An operator's way to a tenant's data: asked for with a reason, allowed by the tenant, for a time, every look written
 * down.
 */
export const operatorAccess = router({
  tenant: operatorProcedure("tenants:read")
    .input(Tenant)
    .query(async ({ ctx, input }) => {
      const found = (await listTenants(ctx.adapters)).find((tenant) => tenant.id === input.tenantId);
      if (!found) throw new AppError("not_found", { tenant_id: input.tenantId });
      return found;
    }),
  grants: operatorProcedure("grants:read")
    .input(Tenant)
    .query(({ ctx, input }) => listGrants(ctx.adapters, { ...input, userId: ctx.person.id })),
  request: operatorProcedure("grants:write")
    .input(
      Tenant.extend({
        reason: z.string().trim().min(10, "Say in a sentence why it is needed.").max(500),
        hours: z.number().int().min(1).max(GRANT_HOURS_MAX),
      }),
    )
    .mutation(({ ctx, input }) =>
      requestGrant({ ...ctx.adapters, actor: ctx.person.id }, { ...input, baseUrl: ctx.baseUrl }),
    ),
  end: operatorProcedure("grants:write")
    .input(z.object({ id: z.string().max(80) }))
    .mutation(({ ctx, input }) =>
      endGrant({ ...ctx.adapters, actor: ctx.person.id }, { ...input, userId: ctx.person.id }),
    ),
  verifications: grantedProcedure("tenants:look")
    .input(Look.extend({ cursor: z.string().optional() }))
    .query(({ ctx, input }) => searchVerifications(ctx.service, { cursor: input.cursor, limit: 25 })),
  verification: grantedProcedure("tenants:look")
    .input(Look.extend({ id: z.string().max(80) }))
    .query(({ ctx, input }) => readCase(ctx.service, { id: input.id })),
  requests: grantedProcedure("tenants:look")
    .input(Look.extend({ cursor: z.string().optional(), failed: z.boolean().optional() }))
    .query(({ ctx, input }) => listRequests(ctx.service, { cursor: input.cursor, failed: input.failed })),
});
