import { appendAudit } from "@/server/services/audit/append-audit";
import type { Ctx } from "@/server/services/ports";
import { getEndpointRow } from "@/server/services/webhooks/get-endpoint-row";

/** Removes an endpoint with its delivery log. AppError `not_found`. */
export async function deleteEndpoint(ctx: Ctx, { id }: { readonly id: string }): Promise<void> {
  await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const row = await getEndpointRow(ctx, tx, id);
    await tx.webhookEndpoint.delete({ where: { id: row.id } });
    await appendAudit(ctx, tx, { action: "webhook_endpoint.deleted", target: row.id });
  });
}
