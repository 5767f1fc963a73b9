import type { WebhookDelivery, WebhookEndpoint } from "@/prisma/generated/client";
import { type JobEventToSend, webhookDue } from "@/server/services/jobs/job-events";
import type { Ctx, Tx } from "@/server/services/ports";

/**
 * As long as one exchange may take, and the writing before and after it; a worker that dies holds its turn no longer.
 */
const LEASE_MS = 20_000;

export type Turn =
  /** Go on now. */
  | { readonly kind: "now" }
  /** The endpoint has as many as it takes; whoever ends next wakes this one. */
  | { readonly kind: "queued" }
  /** Another worker is at this very delivery, or died at it. */
  | { readonly kind: "taken"; readonly seconds: number };

/**
 * A turn at an endpoint, in the caller's transaction: at most `max_concurrency` deliveries at a time over all
 * processes, and where it is `ordered` none before an earlier one is over.
 */
export async function takeTurn(
  ctx: Ctx,
  tx: Tx,
  { delivery, endpoint }: { delivery: WebhookDelivery; endpoint: WebhookEndpoint },
): Promise<Turn> {
  await tx.$executeRaw`SELECT 1 FROM webhook_endpoint WHERE id = ${endpoint.id} FOR UPDATE`;
  const now = ctx.clock.now();
  const until = new Date(now.getTime() + LEASE_MS);
  const [taken] = await tx.$queryRaw<{ until: Date | null; mine: boolean }[]>`
    WITH free AS (
      SELECT (SELECT count(*) FROM webhook_delivery WHERE endpoint_id = ${endpoint.id} AND status = 'pending'
                 AND id <> ${delivery.id} AND leased_until > ${now}) < ${roomOf(endpoint)}
         AND NOT (${endpoint.ordered} AND EXISTS (
               SELECT 1 FROM webhook_delivery WHERE endpoint_id = ${endpoint.id} AND status = 'pending'
                  AND seq < ${delivery.seq})) AS yes)
    UPDATE webhook_delivery AS own SET
      leased_until = CASE WHEN own.leased_until > ${now} THEN own.leased_until WHEN free.yes THEN ${until} END,
      queued_at = CASE WHEN own.leased_until > ${now} OR free.yes THEN NULL ELSE ${now}::timestamptz END,
      next_at = CASE WHEN own.leased_until > ${now} OR free.yes THEN own.next_at END
    FROM free, webhook_delivery AS before
    WHERE own.id = ${delivery.id} AND before.id = own.id
    RETURNING own.leased_until AS until, NOT coalesce(before.leased_until > ${now}, false) AS mine`;
  if (!taken.until) return { kind: "queued" };
  if (taken.mine) return { kind: "now" };
  return { kind: "taken", seconds: Math.ceil((taken.until.getTime() - now.getTime()) / 1000) };
}

/**
 * Hands a free turn on to those that wait longest, in the caller's transaction. Send what it returns after the commit.
 */
export async function wakeNext(ctx: Ctx, tx: Tx, endpoint: WebhookEndpoint): Promise<readonly JobEventToSend[]> {
  const now = ctx.clock.now();
  const room = roomOf(endpoint);
  // Those whose start is on its way take their turn by themselves.
  const woken = await tx.$queryRaw<{ id: string }[]>`
    UPDATE webhook_delivery SET queued_at = NULL, next_at = ${now} WHERE id IN (
      SELECT id FROM webhook_delivery
       WHERE endpoint_id = ${endpoint.id} AND status = 'pending' AND queued_at IS NOT NULL
       ORDER BY seq FOR UPDATE SKIP LOCKED LIMIT greatest(0, ${room}::int
         - (SELECT count(*)::int FROM webhook_delivery WHERE endpoint_id = ${endpoint.id} AND status = 'pending'
               AND leased_until > ${now})
         - (SELECT count(*)::int FROM (
              SELECT 1 FROM webhook_delivery WHERE endpoint_id = ${endpoint.id} AND status = 'pending'
                 AND queued_at IS NULL AND leased_until IS NULL AND next_at <= ${now} LIMIT ${room}) AS coming)))
    RETURNING id`;
  return woken.map(({ id }) => webhookDue(ctx.tenantId, id, now.getTime()));
}

function roomOf({ ordered, max_concurrency: most }: WebhookEndpoint): number {
  return ordered ? 1 : Math.max(1, most);
}
