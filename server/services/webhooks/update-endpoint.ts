import type { EventType } from "@/server/contract/events";
import { appendAudit } from "@/server/services/audit/append-audit";
import { sendEvents } from "@/server/services/jobs/send-events";
import type { Ctx } from "@/server/services/ports";
import { requireEndpointUrl } from "@/server/services/webhooks/endpoint-input";
import { type EndpointView, viewEndpoint } from "@/server/services/webhooks/endpoint-view";
import { getEndpointRow } from "@/server/services/webhooks/get-endpoint-row";
import { wakeNext } from "@/server/services/webhooks/take-turn";

/**
 * Changes address, events, status, or how much it takes at a time. Making it active again sends what was held back
 * meanwhile. AppError `not_found`, `invalid_request`.
 */
export async function updateEndpoint(
  ctx: Ctx,
  input: {
    readonly id: string;
    readonly url?: string;
    readonly events?: readonly EventType[];
    readonly status?: "active" | "paused";
    readonly maxConcurrency?: number;
    readonly ordered?: boolean;
  },
): Promise<EndpointView> {
  if (input.url !== undefined) requireEndpointUrl(input.url, ctx.webhooks.allowsPrivate);
  const { row, due } = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const before = await getEndpointRow(ctx, tx, input.id);
    const row = await tx.webhookEndpoint.update({
      where: { id: before.id },
      data: {
        url: input.url,
        events: input.events && [...input.events],
        status: input.status,
        max_concurrency: input.maxConcurrency,
        ordered: input.ordered,
        ...(input.status === "active" ? { disabled_reason: null, failing_since: null } : {}),
      },
    });
    const resumed = input.status === "active" && before.status !== "active";
    if (resumed) {
      // They wait for their turn; the first ones have it now.
      await tx.webhookDelivery.updateMany({
        where: { endpoint_id: row.id, status: "pending", next_at: null },
        data: { queued_at: ctx.clock.now() },
      });
    }
    const due = resumed ? await wakeNext(ctx, tx, row) : [];
    const changed = (["url", "events", "status", "maxConcurrency", "ordered"] as const).filter(
      (field) => input[field] !== undefined,
    );
    await appendAudit(ctx, tx, {
      action: "webhook_endpoint.updated",
      target: row.id,
      details: { changed, status: row.status },
    });
    return { row, due };
  });
  await sendEvents(ctx, due);
  return viewEndpoint(row, ctx.clock.now());
}
