import type { WebhookEndpoint } from "@/prisma/generated/client";
import { appendAudit } from "@/server/services/audit/append-audit";
import type { JobEventToSend } from "@/server/services/jobs/job-events";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import type { Ctx, Tx } from "@/server/services/ports";
import { writeOutbox } from "@/server/services/webhooks/write-outbox";

/**
 * Switches an endpoint off, in the caller's transaction: what is on its way to it has failed, the tenant's other
 * endpoints hear of it. Send what it returns after the commit. Nothing where it is off already.
 */
export async function disableEndpoint(
  ctx: Ctx,
  tx: Tx,
  endpoint: WebhookEndpoint,
  reason: "gone" | "failing",
): Promise<readonly JobEventToSend[]> {
  const { count } = await tx.webhookEndpoint.updateMany({
    where: { id: endpoint.id, status: { not: "disabled" } },
    data: { status: "disabled", disabled_reason: reason },
  });
  if (count === 0) return [];
  await tx.webhookDelivery.updateMany({
    where: { endpoint_id: endpoint.id, status: "pending" },
    data: { status: "failed", next_at: null, queued_at: null },
  });
  const { id, url } = endpoint;
  const data = { endpoint_id: id, url, reason };
  const key = await openTenantKey(ctx, tx);
  const due = await writeOutbox(ctx, tx, { type: "webhook.disabled", subjectId: id, data, key });
  await appendAudit(ctx, tx, { action: "webhook_endpoint.disabled", target: id, details: { reason } });
  return due;
}
