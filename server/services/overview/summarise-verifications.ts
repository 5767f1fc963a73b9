import type { Ctx } from "@/server/services/ports";

export interface DayCount {
  /** ISO date, UTC. */
  readonly day: string;
  readonly accepted: number;
  readonly review: number;
  readonly rejected: number;
  readonly failed: number;
}

export interface OverviewSummary {
  readonly days: readonly DayCount[];
  /** Milliseconds from creation to decision; null without a decided verification. */
  readonly medianMs: number | null;
  readonly p95Ms: number | null;
  /** The hosted flow: sessions made, opened, consented, sent, decided. */
  readonly funnel: { created: number; opened: number; consented: number; sent: number; accepted: number };
}

const DAY_MS = 86_400_000;

/** Figures of the last `days` days in the tenant's present environment. */
export async function summariseVerifications(ctx: Ctx, input: { days: number }): Promise<OverviewSummary> {
  const since = new Date(ctx.clock.now().getTime() - (input.days - 1) * DAY_MS);
  since.setUTCHours(0, 0, 0, 0);
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const counted = await tx.$queryRaw<{ day: string; outcome: string; count: number }[]>`
      SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, coalesce(decision, status) AS outcome,
             count(*)::int AS count
      FROM job WHERE environment = ${ctx.environment} AND created_at >= ${since} GROUP BY 1, 2`;
    const [times] = await tx.$queryRaw<{ median: number | null; p95: number | null }[]>`
      SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM completed_at - created_at) * 1000)::float AS median,
             percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM completed_at - created_at) * 1000)::float AS p95
      FROM job WHERE environment = ${ctx.environment} AND created_at >= ${since} AND status = 'completed'
        AND reviewed_at IS NULL`;
    const [funnel] = await tx.$queryRaw<OverviewSummary["funnel"][]>`
      SELECT count(*)::int AS created,
             count(*) FILTER (WHERE token_hash IS NULL)::int AS opened,
             count(*) FILTER (WHERE EXISTS (SELECT 1 FROM consent c WHERE c.session_id = session.id))::int AS consented,
             count(job_id)::int AS sent,
             count(*) FILTER (WHERE status = 'accepted')::int AS accepted
      FROM session WHERE environment = ${ctx.environment} AND created_at >= ${since}`;
    return { days: fill(since, input.days, counted), medianMs: times.median, p95Ms: times.p95, funnel };
  });
}

function fill(since: Date, days: number, counted: { day: string; outcome: string; count: number }[]): DayCount[] {
  return Array.from({ length: days }, (_, index) => {
    const day = new Date(since.getTime() + index * DAY_MS).toISOString().slice(0, 10);
    const of = (outcome: string) => counted.find((row) => row.day === day && row.outcome === outcome)?.count ?? 0;
    return { day, accepted: of("accepted"), review: of("review"), rejected: of("rejected"), failed: of("failed") };
  });
}
