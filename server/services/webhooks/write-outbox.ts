import type { z } from "zod";
import { API_VERSION, EVENTS, type EventType, type WebhookBody } from "@/server/contract/events";
import { type JobEventToSend, webhookDue } from "@/server/services/jobs/job-events";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx, DataKey, Tx } from "@/server/services/ports";

export interface NewEvent<T extends EventType> {
  readonly type: T;
  /** What it is about: a verification, a session, a key, a module's period. */
  readonly subjectId: string;
  readonly data: z.input<(typeof EVENTS)[T]["data"]>;
  /** The subject's own key where it has one, so that erasing the subject erases this too; else the tenant's. */
  readonly key: DataKey;
}

/**
 * Writes an event and a delivery for each endpoint that wants it, in the caller's transaction, so that no state changes
 * unheard. Send what it returns after the commit; the sweep sends what was forgotten.
 */
export async function writeOutbox<T extends EventType>(
  ctx: Ctx,
  tx: Tx,
  event: NewEvent<T>,
): Promise<readonly JobEventToSend[]> {
  const id = ctx.ids.make("evt");
  const now = ctx.clock.now();
  const body: WebhookBody = {
    id,
    type: event.type,
    api_version: API_VERSION,
    schema: `${event.type}/${EVENTS[event.type].version}`,
    environment: ctx.environment,
    created_at: now.toISOString(),
    data: EVENTS[event.type].data.parse(event.data),
  };
  const own = { tenant_id: ctx.tenantId };
  await tx.outboxEvent.create({
    data: {
      ...own,
      id,
      environment: ctx.environment,
      type: event.type,
      subject_id: event.subjectId,
      body_sealed: await ctx.keys.seal(event.key, JSON.stringify(body), sealContext("outbox_event", "body_sealed", id)),
      created_at: now,
      fanned_out_at: now,
    },
  });
  const endpoints = await tx.webhookEndpoint.findMany({
    where: { ...own, environment: ctx.environment, status: { not: "disabled" } },
    select: { id: true, events: true },
  });
  const wanted = endpoints.filter(({ events }) => events.length === 0 || events.includes(event.type));
  const deliveries = await Promise.all(
    wanted.map(async (endpoint) => {
      const waits = await isBehind(tx, endpoint.id);
      const when = waits ? { queued_at: now } : { next_at: now };
      return { ...own, ...when, id: ctx.ids.make("whd"), endpoint_id: endpoint.id, event_id: id, created_at: now };
    }),
  );
  await tx.webhookDelivery.createMany({ data: deliveries });
  const due = deliveries.filter((one) => "next_at" in one);
  return due.map((delivery) => webhookDue(ctx.tenantId, delivery.id, 0));
}

/**
 * So many that are not over yet are a queue: whoever ends wakes the next, and nobody needs to be started for this one.
 */
const BEHIND = 50;

async function isBehind(tx: Tx, endpointId: string): Promise<boolean> {
  const where = { endpoint_id: endpointId, status: "pending" };
  return (await tx.webhookDelivery.findMany({ where, select: { id: true }, take: BEHIND })).length === BEHIND;
}
