import type { Pool } from "pg";
import { LEASE_SECONDS } from "@/server/jobs/executor/run-store";
import type { JobEvent, RunRecord, StepRecord, StepState } from "@/server/jobs/executor/types";

interface RunRow {
  id: string;
  function_id: string;
  event: JobEvent;
  generation: number;
  attempt: number;
  abandoned: number;
}

interface StepRow {
  run_id: string;
  id: string;
  op: string;
  name: string | null;
  data: unknown;
  error: unknown;
  attempt: number;
  wake_at: Date;
}

/**
 * Takes due runs, at most so many of each function, oldest first; rows that another worker is taking are skipped.
 * A run whose lease ran out counts as abandoned once more.
 */
export async function claimRuns(
  pool: Pool,
  leaseKey: number,
  slots: ReadonlyMap<string, number>,
): Promise<RunRecord[]> {
  if (slots.size === 0) return [];
  const { rows } = await pool.query<RunRow>(
    `UPDATE executor_run AS r
        SET generation = r.generation + 1, leased_until = now() + make_interval(secs => $4), lease_key = $3,
            abandoned = r.abandoned + (r.leased_until IS NOT NULL)::int
       FROM unnest($1::text[], $2::int[]) AS f(id, slots)
      CROSS JOIN LATERAL (
        SELECT id FROM executor_run
         WHERE function_id = f.id AND status = 'pending' AND wake_at <= now()
           AND (leased_until IS NULL OR leased_until < now())
         ORDER BY wake_at LIMIT f.slots FOR UPDATE SKIP LOCKED) AS due
      WHERE r.id = due.id
      RETURNING r.id, r.function_id, r.event, r.generation, r.attempt, r.abandoned`,
    [[...slots.keys()], [...slots.values()], leaseKey, LEASE_SECONDS],
  );
  if (rows.length === 0) return [];
  const steps = await pool.query<StepRow>(
    `SELECT run_id, id, op, name, data, error, attempt, wake_at FROM executor_step
      WHERE run_id = ANY($1) ORDER BY done DESC, wake_at, id`,
    [rows.map(({ id }) => id)],
  );
  return rows.map((row) => ({
    id: row.id,
    functionId: row.function_id,
    event: row.event,
    generation: row.generation,
    attempt: row.attempt,
    abandoned: row.abandoned,
    steps: steps.rows.filter(({ run_id }) => run_id === row.id).map(toStep),
  }));
}

/** Milliseconds until the next waiting run is due, at most `within`; undefined where none is due by then. */
export async function nextDueMs(pool: Pool, within: number): Promise<number | undefined> {
  const { rows } = await pool.query<{ ms: number | null }>(
    `SELECT (extract(epoch FROM min(wake_at) - now()) * 1000)::float AS ms FROM executor_run
      WHERE status = 'pending' AND leased_until IS NULL AND wake_at > now()
        AND wake_at < now() + make_interval(secs => $1)`,
    [within / 1000],
  );
  return rows[0].ms === null ? undefined : Math.max(0, rows[0].ms);
}

function toStep({ id, op, name, data, error, attempt, wake_at }: StepRow): StepRecord {
  return { id, state: op as StepState, name, data, error, attempt, wakeAt: wake_at };
}
