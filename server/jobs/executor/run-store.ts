import type { Pool, PoolClient } from "pg";
import { inTransaction } from "@/server/jobs/executor/in-transaction";
import type { RunRecord, StepRecord } from "@/server/jobs/executor/types";

/** Another worker took the run over while this one thought it held it; whatever this one found out is dropped. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

/** Seconds that a lease lasts without a heartbeat. */
export const LEASE_SECONDS = 15;

/** Writes to runs and steps. Every write locks the run's row and holds only for the generation that was claimed. */
export class RunStore {
  constructor(private readonly pool: Pool) {}

  /** Keeps results, renews the lease, and takes the run as alive again. */
  async saveSteps(run: RunRecord, steps: readonly StepRecord[], attempt: number): Promise<void> {
    await inTransaction(this.pool, async (client) => {
      await this.#lock(client, run);
      await client.query(
        `UPDATE executor_run SET attempt = $2, abandoned = 0, leased_until = now() + make_interval(secs => $3)
          WHERE id = $1`,
        [run.id, attempt, LEASE_SECONDS],
      );
      for (const step of steps) await writeStep(client, run.id, step);
    });
  }

  /** Gives the run back until a time. */
  async release(run: RunRecord, until: Date, attempt: number): Promise<void> {
    await inTransaction(this.pool, async (client) => {
      await this.#lock(client, run);
      await client.query(
        `UPDATE executor_run SET attempt = $2, abandoned = 0, wake_at = $3, leased_until = NULL, lease_key = NULL
          WHERE id = $1`,
        [run.id, attempt, until],
      );
    });
  }

  async complete(run: RunRecord, output: unknown): Promise<void> {
    await inTransaction(this.pool, async (client) => {
      await this.#lock(client, run);
      await client.query(
        `UPDATE executor_run SET status = 'completed', output = $2, finished_at = now(), leased_until = NULL,
           lease_key = NULL WHERE id = $1`,
        [run.id, toJson(output)],
      );
    });
  }

  /** Ends the run, and starts the function's failure handler where it has one (`inngest/function.failed`). */
  async fail(run: RunRecord, error: unknown, failureFunctionId?: string): Promise<void> {
    await inTransaction(this.pool, async (client) => {
      await this.#lock(client, run);
      await client.query(
        `UPDATE executor_run SET status = 'failed', error = $2, finished_at = now(), leased_until = NULL,
           lease_key = NULL WHERE id = $1`,
        [run.id, toJson(error)],
      );
      if (!failureFunctionId) return;
      const data = { function_id: run.functionId, run_id: run.id, error, event: run.event };
      const event = { id: `${run.id}:failed`, name: "inngest/function.failed", data, ts: Date.now() };
      await insertRun(client, failureFunctionId, event.id, event);
    });
  }

  async #lock(client: PoolClient, run: RunRecord): Promise<void> {
    const { rowCount } = await client.query(
      "SELECT 1 FROM executor_run WHERE id = $1 AND generation = $2 AND status = 'pending' FOR UPDATE",
      [run.id, run.generation],
    );
    if (rowCount !== 1) throw new LeaseLost(`Run ${run.id} is in other hands.`);
  }
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

async function writeStep(client: PoolClient, runId: string, step: StepRecord): Promise<void> {
  const over = step.state === "done" || step.state === "failed";
  await client.query(
    `INSERT INTO executor_step (run_id, id, op, name, data, error, attempt, done, wake_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (run_id, id) DO UPDATE SET op = excluded.op, data = excluded.data, error = excluded.error,
       attempt = excluded.attempt, done = excluded.done, wake_at = excluded.wake_at
     WHERE NOT executor_step.done`,
    [runId, step.id, step.state, step.name, toJson(step.data), toJson(step.error), step.attempt, over, step.wakeAt],
  );
}

/** JSON for a jsonb column, which does not hold the character 0. */
function toJson(value: unknown): string {
  return JSON.stringify(value ?? null).replaceAll("\\u0000", "");
}
