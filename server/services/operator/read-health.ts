import type { Adapters } from "@/server/services/ports";

export interface PlatformHealth {
  readonly queue: { pending: number; oldestSeconds: number; failedToday: number };
  /** Steps of the last 24 hours. */
  readonly steps: readonly {
    name: string;
    done: number;
    undone: number;
    medianMs: number | null;
    p95Ms: number | null;
  }[];
  readonly webhooks: { pending: number; failedToday: number };
  readonly requests: { count: number; serverErrors: number; p95Ms: number | null };
}

const DAY_MS = 86_400_000;

/** Queue depth, times and error rates over the last day, from the database alone. */
export async function readHealth({ database, clock }: Pick<Adapters, "database" | "clock">): Promise<PlatformHealth> {
  const since = new Date(clock.now().getTime() - DAY_MS);
  return database.asPlatform(async (tx) => {
    const [queue] = await tx.$queryRaw<PlatformHealth["queue"][]>`
      SELECT count(*) FILTER (WHERE status = 'pending' AND wake_at <= now())::int AS pending,
             coalesce(extract(epoch FROM now() - min(wake_at) FILTER (WHERE status = 'pending' AND wake_at <= now())), 0)::float
               AS "oldestSeconds",
             count(*) FILTER (WHERE status = 'failed' AND finished_at >= ${since})::int AS "failedToday"
      FROM executor_run`;
    const steps = await tx.$queryRaw<PlatformHealth["steps"][number][]>`
      SELECT name, count(*) FILTER (WHERE status = 'done')::int AS done, count(*) FILTER (WHERE status = 'undone')::int AS undone,
             percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM finished_at - started_at) * 1000)::float AS "medianMs",
             percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM finished_at - started_at) * 1000)::float AS "p95Ms"
      FROM job_step WHERE finished_at >= ${since} GROUP BY name ORDER BY min(position)`;
    const [webhooks] = await tx.$queryRaw<PlatformHealth["webhooks"][]>`
      SELECT count(*) FILTER (WHERE status = 'pending')::int AS pending,
             count(*) FILTER (WHERE status = 'failed' AND created_at >= ${since})::int AS "failedToday"
      FROM webhook_delivery`;
    const [requests] = await tx.$queryRaw<PlatformHealth["requests"][]>`
      SELECT count(*)::int AS count, count(*) FILTER (WHERE status >= 500)::int AS "serverErrors",
             percentile_cont(0.95) WITHIN GROUP (ORDER BY duration_ms)::float AS "p95Ms"
      FROM request_log WHERE created_at >= ${since}`;
    return { queue, steps, webhooks, requests };
  });
}
