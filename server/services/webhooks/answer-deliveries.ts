import type { EventType } from "@/server/contract/events";
import type { Ctx } from "@/server/services/ports";
import { getEndpointRow } from "@/server/services/webhooks/get-endpoint-row";
import { type DeliveryRow, listDeliveries } from "@/server/services/webhooks/list-deliveries";

/** Deliveries to one endpoint as the API answers them. AppError `not_found`. */
export async function answerDeliveries(
  ctx: Ctx,
  asked: {
    readonly endpointId: string;
    readonly status?: DeliveryRow["status"];
    readonly cursor?: string;
    readonly limit: number;
  },
) {
  await ctx.database.inTenant(ctx.tenantId, (tx) => getEndpointRow(ctx, tx, asked.endpointId));
  const { rows, nextCursor } = await listDeliveries(ctx, asked);
  const data = rows.map((row) => ({
    delivery_id: row.id,
    event_id: row.eventId,
    type: row.type as EventType,
    status: row.status,
    attempts: row.attempts,
    last_status: row.lastStatus,
    last_error: row.lastError,
    next_at: row.nextAt?.toISOString() ?? null,
    created_at: row.createdAt.toISOString(),
  }));
  return { data, next_cursor: nextCursor };
}
