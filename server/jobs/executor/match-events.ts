import type { Pool } from "pg";
import { inTransaction } from "@/server/jobs/executor/in-transaction";
import { insertRun } from "@/server/jobs/executor/run-store";
import type { FunctionSpec, JobEvent } from "@/server/jobs/executor/types";

const BATCH = 100;

interface EventRow {
  id: string;
  name: string;
  data: Record<string, unknown>;
  ts: Date;
}

/** Makes a run for every function that an unmatched event triggers; returns how many events were looked at. */
export function matchEvents(pool: Pool, specs: readonly FunctionSpec[]): Promise<number> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<EventRow>(
      `SELECT id, name, data, ts FROM executor_event WHERE matched_at IS NULL
        ORDER BY received_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`,
    );
    if (rows.length === 0) return 0;
    for (const row of rows) {
      const event: JobEvent = { id: row.id, name: row.name, data: row.data, ts: row.ts.getTime() };
      for (const { id } of specs.filter(({ events }) => events.includes(row.name)))
        await insertRun(client, id, row.id, event);
    }
    await client.query("UPDATE executor_event SET matched_at = now() WHERE id = ANY($1)", [rows.map(({ id }) => id)]);
    return rows.length;
  });
}
