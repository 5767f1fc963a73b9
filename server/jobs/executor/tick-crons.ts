import type { Pool } from "pg";
import { lastTick, parseCron } from "@/server/jobs/executor/cron";
import { insertRun } from "@/server/jobs/executor/run-store";
import type { FunctionSpec } from "@/server/jobs/executor/types";

/**
 * Starts what the clock asks for: one run a function and minute, whichever workers are up. After a pause only the
 * latest missed time is made up for. `seen` remembers what this worker already asked for.
 */
export async function tickCrons(
  pool: Pool,
  specs: readonly FunctionSpec[],
  now: Date,
  seen: Map<string, number>,
): Promise<number> {
  let started = 0;
  for (const spec of specs)
    for (const cron of spec.crons) {
      const tick = lastTick(parseCron(cron), now);
      const key = `${spec.id} ${cron}`;
      if (!tick || seen.get(key) === tick.getTime()) continue;
      seen.set(key, tick.getTime());
      const id = `cron:${cron}:${tick.toISOString()}`;
      await insertRun(pool, spec.id, id, { id, name: "inngest/scheduled.timer", data: { cron }, ts: tick.getTime() });
      started++;
    }
  return started;
}
