import type { Prisma } from "@/prisma/generated/client";
import { AppError } from "@/server/contract/errors";
import { appendAudit } from "@/server/services/audit/append-audit";
import { type JobEventToSend, webhookDue } from "@/server/services/jobs/job-events";
import { sendEvents } from "@/server/services/jobs/send-events";
import type { Ctx, Tx } from "@/server/services/ports";
import { getEndpointRow } from "@/server/services/webhooks/get-endpoint-row";

export interface ReplayRange {
  readonly id: string;
  readonly from: Date;
  readonly to: Date;
  /** Only what did not arrive; else everything once more. */
  readonly onlyFailed: boolean;
}

/** At most so many at once: the answer says whether there are more, and from when on. */
const REPLAY_MAX = 10_000;

export interface Replayed {
  readonly replayed: number;
  /** Where to go on, where there was more than one call takes; else null. */
  readonly nextFrom: Date | null;
}

/**
 * Sends an endpoint the events of a time again, under their first `webhook-id`, in their order: those that it got or
 * missed, and those of which nothing was sent because it was switched off or not there yet. What was erased stays so.
 * AppError `not_found`; `conflict` while the endpoint is not active; `invalid_request` for a time that ends before it
 * begins.
 */
export async function replayRange(ctx: Ctx, asked: ReplayRange): Promise<Replayed> {
  if (asked.from >= asked.to) {
    throw new AppError("invalid_request", {
      fields: [{ path: "to", message: "The end must be after the beginning." }],
    });
  }
  const { due, nextFrom } = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const endpoint = await getEndpointRow(ctx, tx, asked.id);
    if (endpoint.status !== "active") throw new AppError("conflict", { reason: "endpoint_not_active" });
    const events = await findEvents(ctx, tx, asked, endpoint.events);
    const page = events.slice(0, REPLAY_MAX);
    const due = await makePending(ctx, tx, asked, page);
    const details = { from: asked.from.toISOString(), to: asked.to.toISOString(), deliveries: due.length };
    await appendAudit(ctx, tx, { action: "webhook_endpoint.replayed", target: endpoint.id, details });
    return { due, nextFrom: events.length > REPLAY_MAX ? (events[REPLAY_MAX].created_at ?? null) : null };
  });
  await sendEvents(ctx, due);
  return { replayed: due.length, nextFrom };
}

type FoundEvent = { id: string; created_at: Date; deliveries: { id: string; status: string }[] };

function findEvents(ctx: Ctx, tx: Tx, asked: ReplayRange, types: readonly string[]): Promise<FoundEvent[]> {
  const where: Prisma.OutboxEventWhereInput = {
    tenant_id: ctx.tenantId,
    environment: ctx.environment,
    created_at: { gte: asked.from, lt: asked.to },
    body_sealed: { not: new Uint8Array() },
    ...(types.length > 0 ? { type: { in: [...types] } } : {}),
  };
  const mine = { where: { endpoint_id: asked.id }, select: { id: true, status: true } };
  return tx.outboxEvent.findMany({
    where,
    select: { id: true, created_at: true, deliveries: mine },
    orderBy: [{ created_at: "asc" }, { id: "asc" }],
    take: REPLAY_MAX + 1,
  });
}

async function makePending(
  ctx: Ctx,
  tx: Tx,
  { id: endpointId, onlyFailed }: ReplayRange,
  events: readonly FoundEvent[],
): Promise<JobEventToSend[]> {
  const now = ctx.clock.now();
  const again = events.flatMap(({ deliveries: [one] }) =>
    one && (one.status === "failed" || (one.status === "delivered" && !onlyFailed)) ? [one.id] : [],
  );
  const missed = events
    .filter(({ deliveries }) => deliveries.length === 0)
    .map((event) => ({ id: ctx.ids.make("whd"), event_id: event.id }));
  await tx.webhookDelivery.updateMany({
    where: { id: { in: again } },
    data: { status: "pending", next_at: now, queued_at: null, delivered_at: null },
  });
  const made = { tenant_id: ctx.tenantId, endpoint_id: endpointId, next_at: now, created_at: now };
  await tx.webhookDelivery.createMany({ data: missed.map((one) => ({ ...made, ...one })) });
  return [...again, ...missed.map(({ id }) => id)].map((id) => webhookDue(ctx.tenantId, id, now.getTime()));
}
