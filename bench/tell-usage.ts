/**
 * One process that tells made-up usage through the service that the API meters with (bench/billing.ts starts and kills
 * it).
 */
import { setTimeout as sleep } from "node:timers/promises";
import { adapters } from "@/server/adapters/live";
import { AppError } from "@/server/contract/errors";
import { chunkOf, chunksOf, type Simulation } from "@/server/services/billing/testing/simulate-usage";
import { recordUsage } from "@/server/services/usage/record-usage";

/** Transactions at a time. */
const LANES = 4;

const { from, to, ...simulation } = JSON.parse(process.argv[2]) as Simulation & { from: number; to: number };
const own = adapters();
const perTenant = chunksOf(simulation);

/** Tells again what the database could not take just now, as the API's callers do with a 503. */
async function untilTaken(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "unavailable" || tries === 100) throw error;
      await sleep(1_000);
    }
  }
}

async function tell(number: number): Promise<void> {
  const { tenantId, at, environment, calls, twice } = chunkOf(
    simulation,
    Math.floor(number / perTenant),
    number % perTenant,
  );
  const ctx = { ids: own.ids, clock: { now: () => at }, tenantId, environment };
  const times = twice ? 2 : 1;
  await Promise.all(
    Array.from({ length: times }, () =>
      untilTaken(() => own.database.inTenant(tenantId, (tx) => recordUsage(ctx, tx, ...calls))),
    ),
  );
}

for (let number = from; number < to; number += LANES) {
  const lanes = Array.from({ length: Math.min(LANES, to - number) }, (_, lane) => tell(number + lane));
  await Promise.all(lanes);
  process.send?.({ reached: Math.min(to, number + LANES) });
}
process.exit(0);
