import type { Pool, PoolClient } from "pg";
import type { RunRecord, StepRecord } from "@/server/jobs/executor/types";

/** Another worker took the run over while this one thought it held it; whatever this one found out is dropped. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

/** Seconds that a lease lasts without a heartbeat. */
export const LEASE_SECONDS = 15;

/**
 * The row that is claimed, and nothing else: of this generation, still open. Every write is one statement around it.
 */
const HELD = "id = $1 AND generation = $2 AND status = 'pending'";

/** Writes to runs and steps. A write holds only for the generation that was claimed, and locks the run's row. */
export class RunStore {
  constructor(private readonly pool: Pool) {}

  /** Keeps results, renews the lease, and takes the run as alive again. */
  async saveSteps(run: RunRecord, steps: readonly StepRecord[], attempt: number): Promise<void> {
    await this.#write(
      `WITH held AS (
         UPDATE executor_run SET attempt = $3, abandoned = 0, leased_until = now() + make_interval(secs => $4)
          WHERE ${HELD} RETURNING id),
       written AS (
         INSERT INTO executor_step (run_id, id, op, name, data, error, attempt, done, wake_at)
         SELECT held.id, s.id, s.op, s.name, s.data, s.error, s.attempt, s.done, s.wake_at
           FROM held, jsonb_to_recordset($5::jsonb)
             AS s(id text, op text, name text, data jsonb, error jsonb, attempt int, done boolean, wake_at timestamptz)
         ON CONFLICT (run_id, id) DO UPDATE SET op = excluded.op, data = excluded.data, error = excluded.error,
           attempt = excluded.attempt, done = excluded.done, wake_at = excluded.wake_at
         WHERE NOT executor_step.done)
       SELECT 1 FROM held`,
      run,
      [attempt, LEASE_SECONDS, toJson(steps.map(rowOf))],
    );
  }

  /** Gives the run back until a time. */
  async release(run: RunRecord, until: Date, attempt: number): Promise<void> {
    await this.#write(
      `UPDATE executor_run SET attempt = $3, abandoned = 0, wake_at = $4, leased_until = NULL, lease_key = NULL
        WHERE ${HELD}`,
      run,
      [attempt, until],
    );
  }

  async complete(run: RunRecord, output: unknown): Promise<void> {
    await this.#write(
      `UPDATE executor_run SET status = 'completed', output = $3, finished_at = now(), leased_until = NULL,
         lease_key = NULL WHERE ${HELD}`,
      run,
      [toJson(output)],
    );
  }

  /** Ends the run, and starts the function's failure handler where it has one (`inngest/function.failed`). */
  async fail(run: RunRecord, error: unknown, failureFunctionId?: string): Promise<void> {
    const data = { function_id: run.functionId, run_id: run.id, error, event: run.event };
    const event = { id: `${run.id}:failed`, name: "inngest/function.failed", data, ts: Date.now() };
    await this.#write(
      `WITH held AS (
         UPDATE executor_run SET status = 'failed', error = $3, finished_at = now(), leased_until = NULL,
           lease_key = NULL WHERE ${HELD} RETURNING id),
       told AS (
         INSERT INTO executor_run (id, function_id, event_id, event, wake_at)
         SELECT 'run_' || replace(gen_random_uuid()::text, '-', ''), $4, $5, $6::jsonb, now()
           FROM held WHERE $4::text IS NOT NULL
         ON CONFLICT (function_id, event_id) DO NOTHING)
       SELECT 1 FROM held`,
      run,
      [toJson(error), failureFunctionId ?? null, event.id, toJson(event)],
    );
  }

  async #write(sql: string, run: RunRecord, values: readonly unknown[]): Promise<void> {
    const { rowCount } = await this.pool.query(sql, [run.id, run.generation, ...values]);
    if (rowCount !== 1) throw new LeaseLost(`Run ${run.id} is in other hands.`);
  }
}

function rowOf({ id, state, name, data, error, attempt, wakeAt }: StepRecord) {
  const done = state === "done" || state === "failed";
  return { id, op: state, name, data: data ?? null, error: error ?? null, attempt, done, wake_at: wakeAt };
}

/** One run a function and event, however often it is asked for. */
export async function insertRun(
  client: PoolClient | Pool,
  functionId: string,
  eventId: string,
  event: unknown,
): Promise<void> {
  await client.query(
    `INSERT INTO executor_run (id, function_id, event_id, event, wake_at)
     VALUES ('run_' || replace(gen_random_uuid()::text, '-', ''), $1, $2, $3, now())
     ON CONFLICT (function_id, event_id) DO NOTHING`,
    [functionId, eventId, toJson(event)],
  );
}

/** JSON for a jsonb column, which does not hold the character 0. */
function toJson(value: unknown): string {
  return JSON.stringify(value ?? null).replaceAll("\\u0000", "");
}
