import { AppError } from "@/server/contract/errors";
import { appendAudit } from "@/server/services/audit/append-audit";
import { webhookDue } from "@/server/services/jobs/job-events";
import { sendEvents } from "@/server/services/jobs/send-events";
import type { Ctx } from "@/server/services/ports";

/**
 * Sends a delivery again, from the beginning of the schedule, with the same `webhook-id` so that the receiver can tell.
 * AppError `not_found`; `conflict` while it is still on its way or its endpoint is not active.
 */
export async function replayDelivery(ctx: Ctx, { id }: { readonly id: string }): Promise<void> {
  await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const row = await tx.webhookDelivery.findFirst({
      where: { id, event: { environment: ctx.environment } },
      include: { endpoint: { select: { status: true } } },
    });
    if (!row) throw new AppError("not_found", { delivery_id: id.slice(0, 100) });
    if (row.status === "pending") throw new AppError("conflict", { reason: "still_on_its_way" });
    if (row.endpoint.status !== "active") throw new AppError("conflict", { reason: "endpoint_not_active" });
    await tx.webhookDelivery.update({
      where: { id },
      data: { status: "pending", next_at: ctx.clock.now(), delivered_at: null },
    });
    await appendAudit(ctx, tx, { action: "webhook_delivery.replayed", target: id });
  });
  await sendEvents(ctx, [webhookDue(ctx.tenantId, id, ctx.clock.now().getTime())]);
}
