import type { Ctx } from "@/server/services/ports";
import { type EndpointView, viewEndpoint } from "@/server/services/webhooks/endpoint-view";

/** The tenant's endpoints in this environment, oldest first. */
export async function listEndpoints(ctx: Ctx): Promise<EndpointView[]> {
  const rows = await ctx.database.inTenant(ctx.tenantId, (tx) =>
    tx.webhookEndpoint.findMany({ where: { environment: ctx.environment }, orderBy: { created_at: "asc" } }),
  );
  return rows.map((row) => viewEndpoint(row, ctx.clock.now()));
}
