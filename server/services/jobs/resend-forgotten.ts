import { verificationRequested, webhookDue } from "@/server/services/jobs/job-events";
import type { Adapters } from "@/server/services/ports";

/** Older than this and still not begun: the process died between its commit and its event. */
const FORGOTTEN_MS = 15_000;
/** Longer than this in work or overdue: its run was lost. */
const STALLED_MS = 15 * 60_000;
const BATCH = 500;

/**
 * Starts again what is written in the database and that nobody works on: verifications queued without an event or stalled
 * in work, deliveries without an event or long overdue. Sending twice is harmless: an event's id is taken once, and a
 * second run finds nothing to do.
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
      select: { id: true, tenant_id: true, next_at: true },
      orderBy: { created_at: "asc" },
      take: BATCH,
    }),
  }));
  for (const job of jobs) {
    const event = verificationRequested(job.tenant_id, job.id);
    const old = job.created_at < stalled;
    await adapters.events.send(old ? { ...event, id: `${event.id}:again:${hourOf(now)}` } : event);
  }
  for (const { id, tenant_id: tenantId, next_at: next } of deliveries)
    await adapters.events.send(webhookDue(tenantId, id, next && next < stalled ? hourOf(now) : 0));
  return { verifications: jobs.length, deliveries: deliveries.length };
}

function hourOf(ms: number): number {
  return Math.floor(ms / 3_600_000);
}
