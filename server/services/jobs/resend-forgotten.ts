import { verificationRequested, webhookDue } from "@/server/services/jobs/job-events";
import type { Adapters, Tx } from "@/server/services/ports";

/** Older than this and still not begun: the process died between its commit and its event. */
const FORGOTTEN_MS = 15_000;
/** Longer than this in work or overdue: its run was lost. */
const STALLED_MS = 15 * 60_000;
const BATCH = 500;

/**
 * Starts again what is written in the database and that nobody works on: verifications queued without an event or
 * stalled in work, deliveries without an event or long overdue. Sending twice is harmless: an event's id is taken once,
 * and a second run finds nothing to do.
 */
export async function resendForgotten(
  adapters: Pick<Adapters, "database" | "clock" | "events">,
): Promise<{ readonly verifications: number; readonly deliveries: number }> {
  const now = adapters.clock.now().getTime();
  const [forgotten, stalled] = [new Date(now - FORGOTTEN_MS), new Date(now - STALLED_MS)];
  const { jobs, deliveries } = await adapters.database.asPlatform(async (tx) => ({
    jobs: await tx.job.findMany({
      where: {
        OR: [
          { status: "queued", created_at: { lt: forgotten } },
          { status: "processing", started_at: { lt: stalled } },
        ],
      },
      select: { id: true, tenant_id: true, created_at: true },
      orderBy: { created_at: "asc" },
      take: BATCH,
    }),
    deliveries: await tx.webhookDelivery.findMany({
      where: {
        status: "pending",
        OR: [{ attempts: 0, next_at: { lt: forgotten } }, { next_at: { lt: stalled } }],
      },
      select: { id: true, tenant_id: true, next_at: true, created_at: true },
      orderBy: { created_at: "asc" },
      take: BATCH,
    }),
  }));
  const woken = await adapters.database.asPlatform((tx) => wakeQueues(tx, new Date(now), forgotten));
  for (const job of jobs) {
    const event = verificationRequested(job.tenant_id, job.id);
    const old = job.created_at < stalled;
    await adapters.events.send(old ? { ...event, id: `${event.id}:again:${hourOf(now)}` } : event);
  }
  for (const { id, tenant_id: tenantId, next_at: next, created_at: made } of deliveries) {
    // The start that was lost, by the very name that it had; one that was lost long ago under a new one.
    const first = next === null || next.getTime() === made.getTime();
    await adapters.events.send(
      webhookDue(tenantId, id, next && next < stalled ? hourOf(now) : first ? 0 : next.getTime()),
    );
  }
  for (const { id, tenant_id: tenantId } of woken) await adapters.events.send(webhookDue(tenantId, id, now));
  return { verifications: jobs.length, deliveries: deliveries.length + woken.length };
}

/** The first of each endpoint that waits for its turn while nobody is at that endpoint who would wake it. */
function wakeQueues(tx: Tx, now: Date, before: Date): Promise<{ id: string; tenant_id: string }[]> {
  return tx.$queryRaw`
    UPDATE webhook_delivery SET queued_at = NULL, next_at = ${now} WHERE id IN (
      SELECT DISTINCT ON (endpoint_id) id FROM webhook_delivery AS waiting
       WHERE status = 'pending' AND queued_at < ${before} AND NOT EXISTS (
         SELECT 1 FROM webhook_delivery AS busy
          WHERE busy.endpoint_id = waiting.endpoint_id AND busy.leased_until > ${now})
       ORDER BY endpoint_id, seq)
    RETURNING id, tenant_id`;
}

function hourOf(ms: number): number {
  return Math.floor(ms / 3_600_000);
}
