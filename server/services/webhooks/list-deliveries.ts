import type { Ctx } from "@/server/services/ports";

export interface DeliveryRow {
  readonly id: string;
  readonly eventId: string;
  readonly type: string;
  readonly subjectId: string;
  readonly endpointId: string;
  readonly url: string;
  readonly status: "pending" | "delivered" | "failed";
  readonly attempts: number;
  /** HTTP status of the last try; null where there was no answer. */
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly nextAt: Date | null;
  readonly createdAt: Date;
}

/** Deliveries of this environment, newest first, in pages by cursor (the last row's id). */
export async function listDeliveries(
  ctx: Ctx,
  input: {
    readonly endpointId?: string;
    readonly subjectId?: string;
    readonly status?: DeliveryRow["status"];
    readonly cursor?: string;
    readonly limit: number;
  },
): Promise<{ readonly rows: DeliveryRow[]; readonly nextCursor: string | null }> {
  const found = await ctx.database.inTenant(ctx.tenantId, (tx) =>
    tx.webhookDelivery.findMany({
      where: {
        endpoint_id: input.endpointId,
        status: input.status,
        event: { environment: ctx.environment, subject_id: input.subjectId },
        ...(input.cursor ? { id: { lt: input.cursor } } : {}),
      },
      include: { event: true, endpoint: true, tries: { orderBy: { number: "desc" }, take: 1 } },
      orderBy: { id: "desc" },
      take: input.limit + 1,
    }),
  );
  const page = found.slice(0, input.limit);
  const rows = page.map(
    ({ event, endpoint, tries, ...row }): DeliveryRow => ({
      id: row.id,
      eventId: row.event_id,
      type: event.type,
      subjectId: event.subject_id,
      endpointId: row.endpoint_id,
      url: endpoint.url,
      status: row.status as DeliveryRow["status"],
      attempts: row.attempts,
      lastStatus: tries[0]?.status_code ?? null,
      lastError: tries[0]?.error ?? null,
      nextAt: row.next_at,
      createdAt: row.created_at,
    }),
  );
  return { rows, nextCursor: found.length > input.limit ? (page.at(-1)?.id ?? null) : null };
}
