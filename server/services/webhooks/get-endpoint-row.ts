import type { WebhookEndpoint } from "@/prisma/generated/client";
import { AppError } from "@/server/contract/errors";
import type { Ctx, Tx } from "@/server/services/ports";

/** One endpoint of this tenant and environment, in the caller's transaction. AppError `not_found`. */
export async function getEndpointRow(ctx: Ctx, tx: Tx, id: string): Promise<WebhookEndpoint> {
  const row = await tx.webhookEndpoint.findFirst({
    where: { id, tenant_id: ctx.tenantId, environment: ctx.environment },
  });
  if (!row) throw new AppError("not_found", { endpoint_id: id.slice(0, 100) });
  return row;
}
