import type { EventType } from "@/server/contract/events";
import { appendAudit } from "@/server/services/audit/append-audit";
import { webhookDue } from "@/server/services/jobs/job-events";
import { sendEvents } from "@/server/services/jobs/send-events";
import type { Ctx } from "@/server/services/ports";
import { requireEndpointUrl } from "@/server/services/webhooks/endpoint-input";
import { type EndpointView, viewEndpoint } from "@/server/services/webhooks/endpoint-view";
import { getEndpointRow } from "@/server/services/webhooks/get-endpoint-row";

/**
 * Changes address, events or status. Making it active again sends what was held back meanwhile.
 * AppError `not_found`, `invalid_request`.
 */
export async function updateEndpoint(
  ctx: Ctx,
  input: {
    readonly id: string;
    readonly url?: string;
    readonly events?: readonly EventType[];
    readonly status?: "active" | "paused";
  },
): Promise<EndpointView> {
  if (input.url !== undefined) requireEndpointUrl(input.url, ctx.webhooks.allowsPrivate);
  const { row, held } = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const before = await getEndpointRow(ctx, tx, input.id);
    const row = await tx.webhookEndpoint.update({
      where: { id: before.id },
      data: {
        url: input.url,
        events: input.events && [...input.events],
        status: input.status,
        ...(input.status === "active" ? { disabled_reason: null } : {}),
      },
    });
    const resumed = input.status === "active" && before.status !== "active";
    const held = resumed
      ? await tx.webhookDelivery.findMany({
          where: { endpoint_id: row.id, status: "pending", next_at: null },
          select: { id: true, attempts: true },
        })
      : [];
    await tx.webhookDelivery.updateMany({
      where: { id: { in: held.map(({ id }) => id) } },
      data: { next_at: ctx.clock.now() },
    });
    const changed = (["url", "events", "status"] as const).filter((field) => input[field] !== undefined);
    await appendAudit(ctx, tx, {
      action: "webhook_endpoint.updated",
      target: row.id,
      details: { changed, status: row.status },
    });
    return { row, held };
  });
  await sendEvents(
    ctx,
    held.map(({ id }) => webhookDue(ctx.tenantId, id, ctx.clock.now().getTime())),
  );
  return viewEndpoint(row, ctx.clock.now());
}
