/**
 * `npm run bench -- billing [--events 1000000] [--tenants 50] [--kills 5] [--writers 2] [--json]`: made-up usage over
 * two months, told by processes that are killed and tell again, closed by a worker that is killed too; then every
 * invoice is compared with what the calls must have cost.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { UsageWriter } from "@/bench/billing-writer";
import { makeEnduranceWorld } from "@/bench/endurance-world";
import { WorkerProcess } from "@/bench/worker-process";
import { reconcile } from "@/server/services/billing/reconcile";
import {
  chunkOf,
  chunksOf,
  expectedTotals,
  invoicedTotals,
  type Simulation,
  tenantIdOf,
  writeSimulatedPlans,
} from "@/server/services/billing/testing/simulate-usage";
import type { Adapters } from "@/server/services/ports";
import { writeTenant } from "@/server/services/tenants/create-tenant";

const WITHIN_MS = 60 * 60_000;

interface Plan {
  readonly simulation: Simulation;
  readonly kills: number;
  readonly writers: number;
  readonly say: (line: string) => void;
}

export async function run(args: string[]): Promise<void> {
  const text = { type: "string" } as const;
  const options = { events: text, tenants: text, kills: text, writers: text, json: { type: "boolean" } } as const;
  const { values } = parseArgs({ args, options });
  const [events, tenants] = [Number(values.events ?? 1_000_000), Number(values.tenants ?? 50)];
  const plan: Plan = {
    simulation: { tenants, callsPerTenant: Math.ceil(events / tenants), chunk: 250, months: lastTwoMonths() },
    kills: Number(values.kills ?? 5),
    writers: Number(values.writers ?? 2),
    say: values.json ? () => undefined : (line) => console.log(`  ${line}`),
  };
  const world = await makeEnduranceWorld();
  const worker = new WorkerProcess(world.env);
  try {
    await prepare(world.ctx, plan.simulation);
    const written = await write(world.env, plan);
    const closed = await close(world.ctx, worker, plan);
    const figures = { ...(await findings(world.ctx, plan)), ...written, ...closed };
    if (values.json) console.log(JSON.stringify(figures));
    else for (const [name, value] of Object.entries(figures)) plan.say(`${name.padEnd(28)} ${JSON.stringify(value)}`);
    if (!figures.passed) process.exitCode = 1;
  } finally {
    await worker.stop();
    await world.close();
  }
}

/** The two months before this one. */
function lastTwoMonths(): [string, string] {
  const now = new Date();
  const before = (months: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString().slice(0, 7);
  return [before(2), before(1)];
}

async function prepare(adapters: Adapters, simulation: Simulation): Promise<void> {
  for (let tenant = 0; tenant < simulation.tenants; tenant++) {
    const id = tenantIdOf(tenant);
    const owner = { id, name: id, country: "FRA", supportEmail: "bench@veriflow.example", planId: "pro" };
    await adapters.database.asPlatform((tx) => writeTenant({ ...adapters, actor: "bench" }, tx, owner));
  }
  await adapters.database.asPlatform((tx) => writeSimulatedPlans(tx, simulation));
}

/**
 * Every writer tells its share; each is killed in the middle again and again and begins a little before where it was.
 */
async function write(env: Readonly<Record<string, string>>, { simulation, kills, writers, say }: Plan) {
  const started = Date.now();
  const chunks = simulation.tenants * chunksOf(simulation);
  const shares = Array.from({ length: writers }, (_, i) => ({
    from: Math.floor((chunks * i) / writers),
    to: Math.floor((chunks * (i + 1)) / writers),
  }));
  let killed = 0;
  let again = 0;
  await Promise.all(
    shares.map(async ({ from, to }) => {
      const writer = new UsageWriter(env, simulation);
      for (let kill = 1, next = from; next < to; kill++) {
        const stopAt = kill > kills ? undefined : from + Math.floor(((to - from) * kill) / (kills + 1));
        const reached = await writer.run(next, to, stopAt);
        if (reached >= to) break;
        killed++;
        // What was told just before the kill is told again: nobody heard that it had arrived.
        next = Math.max(from, reached - 20);
        again += reached - next;
        say(`writer killed after chunk ${reached - from} of ${to - from}`);
      }
    }),
  );
  return { writers_killed: killed, chunks_told_again_after: again, writing_seconds: (Date.now() - started) / 1000 };
}

/** The worker finds by itself what is due; it is killed while invoices come out. */
async function close(adapters: Adapters, worker: WorkerProcess, { simulation, kills, say }: Plan) {
  const started = Date.now();
  const all = simulation.tenants * 2;
  await worker.start();
  for (let killed = 0; ; await sleep(100)) {
    const { done, drafts } = await closedMonths(adapters).catch(() => ({ done: -1, drafts: 0 }));
    if (done === all) break;
    if (Date.now() - started > WITHIN_MS) throw new Error(`${done} of ${all} months closed within an hour.`);
    if (killed < kills && done >= ((killed + 1) * all) / (kills + 2)) {
      await worker.kill();
      killed++;
      say(`worker killed with ${done} of ${all} months closed and ${drafts} drafts`);
      await worker.start();
    }
  }
  return { worker_killed: kills, closing_seconds: (Date.now() - started) / 1000 };
}

async function closedMonths({ database }: Adapters): Promise<{ done: number; drafts: number }> {
  const [row] = await database.asPlatform(
    (tx) => tx.$queryRaw<{ done: number; drafts: number }[]>`
      SELECT count(*) FILTER (WHERE m.counted_at IS NOT NULL AND (m.invoice_id IS NULL OR i.status = 'issued'))::int AS done,
        count(*) FILTER (WHERE i.status = 'draft')::int AS drafts
      FROM billing_month m LEFT JOIN invoice i ON i.id = m.invoice_id WHERE m.tenant_id LIKE 'ten_sim%'`,
  );
  return row;
}

async function findings(adapters: Adapters, { simulation }: Plan) {
  const began = Date.now();
  const expected = expectedTotals(simulation);
  const found = await invoicedTotals(adapters.database);
  const wrong = [...new Set([...expected.keys(), ...found.keys()])].filter(
    (key) => expected.get(key) !== found.get(key),
  );
  const checked = await reconcile(adapters);
  const calls = await meant(simulation);
  const [{ stored }] = await adapters.database.asPlatform(
    (tx) => tx.$queryRaw<{ stored: number }[]>`
      SELECT count(*)::int AS stored FROM usage_event WHERE tenant_id LIKE 'ten_sim%'`,
  );
  return {
    passed: wrong.length === 0 && checked.differences.length === 0 && stored === calls.meant,
    calls_meant: calls.meant,
    calls_told: calls.told,
    calls_stored: stored,
    tenants: simulation.tenants,
    invoices: found.size,
    invoiced_minor_units: String([...found.values()].reduce((a, b) => a + b, 0n)),
    invoices_that_differ: wrong.length,
    differences_by_reconcile: checked.differences.length,
    checking_seconds: (Date.now() - began) / 1000,
  };
}

function meant(simulation: Simulation): { meant: number; told: number } {
  let [count, told] = [0, 0];
  for (let tenant = 0; tenant < simulation.tenants; tenant++) {
    for (let index = 0; index < chunksOf(simulation); index++) {
      const { calls, twice } = chunkOf(simulation, tenant, index);
      count += calls.length;
      told += twice ? calls.length * 2 : calls.length;
    }
  }
  return { meant: count, told };
}
