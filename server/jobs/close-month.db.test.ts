import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type TestWorld } from "@/server/adapters/testing/test-world";
import { KillableWorker } from "@/server/jobs/testing/killable-worker";
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
import { writeTenant } from "@/server/services/tenants/create-tenant";
import { recordUsage } from "@/server/services/usage/record-usage";

const before = (months: number) => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString().slice(0, 7);
};
const SIMULATION: Simulation = { tenants: 6, callsPerTenant: 1_200, chunk: 100, months: [before(2), before(1)] };
const dataDir = mkdtempSync(join(tmpdir(), "veriflow-close-"));
let world: TestWorld;
let worker: KillableWorker;

beforeAll(async () => {
  world = await createTestWorld();
  worker = new KillableWorker(world.serverUrl, dataDir);
});
afterAll(async () => {
  await worker?.kill();
  await world.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function tell(tenant: number, index: number): Promise<void> {
  const { tenantId, at, environment, calls, twice } = chunkOf(SIMULATION, tenant, index);
  const ctx = { ids: world.adapters.ids, clock: { now: () => at }, tenantId, environment };
  const once = () => world.database.inTenant(tenantId, (tx) => recordUsage(ctx, tx, ...calls));
  await Promise.all(twice ? [once(), once()] : [once()]);
}

const closed = async () =>
  (
    await world.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM billing_month m LEFT JOIN invoice i ON i.id = m.invoice_id
       WHERE m.counted_at IS NOT NULL AND (m.invoice_id IS NULL OR i.status = 'issued')`,
    )
  )[0].n;

test("invoices equal what the calls must have cost to the cent, though calls are told twice and the closing worker is killed", async () => {
  for (let tenant = 0; tenant < SIMULATION.tenants; tenant++) {
    const owner = { name: "S", country: "FRA", supportEmail: "s@x.example", planId: "pro", id: tenantIdOf(tenant) };
    await world.database.asPlatform((tx) => writeTenant({ ...world.adapters, actor: "test" }, tx, owner));
  }
  await world.database.asPlatform((tx) => writeSimulatedPlans(tx, SIMULATION));
  for (let tenant = 0; tenant < SIMULATION.tenants; tenant++)
    await Promise.all(Array.from({ length: chunksOf(SIMULATION) }, (_, index) => tell(tenant, index)));
  const months = SIMULATION.tenants * 2;
  await worker.start();
  while ((await closed()) < months / 4) await sleep(5);
  await worker.kill();
  await worker.start();
  while ((await closed()) < months) await sleep(20);
  const [{ calls }] = await world.sql<{ calls: number }>("SELECT count(*)::int AS calls FROM usage_event");
  expect(calls).toBe(SIMULATION.tenants * SIMULATION.callsPerTenant);
  const totals = await invoicedTotals(world.database);
  expect(totals.size).toBeGreaterThan(SIMULATION.tenants);
  expect([...totals].sort()).toEqual([...expectedTotals(SIMULATION)].sort());
  expect((await reconcile(world.adapters)).differences).toEqual([]);
  const numbers = await world.sql<{ number: string }>("SELECT number FROM invoice ORDER BY number");
  expect(numbers.map(({ number }) => Number(number.slice(-6)))).toEqual(numbers.map((_, i) => i + 1));
}, 300_000);

test("the reconciliation names an amount, a total, a number and a missing invoice that are not as they must be", async () => {
  const meddle = async (text: string) => {
    await world.sql(`ALTER TABLE invoice DISABLE TRIGGER ALL; ALTER TABLE invoice_line DISABLE TRIGGER ALL; ${text}`);
    return (await reconcile(world.adapters)).differences.map(({ what }) => what).sort();
  };
  const [{ id }] = await world.sql<{ id: string }>("SELECT id FROM invoice ORDER BY number LIMIT 1");
  const line = `invoice_line WHERE invoice_id = '${id}' AND position = 2`;
  const [{ module, part }] = await world.sql<{ module: string; part: string }>(`SELECT module, part FROM ${line}`);
  const thing = part === null ? module : `${module}/${part}`;
  expect(
    await meddle(`UPDATE invoice_line SET amount = amount + 1 WHERE invoice_id = '${id}' AND position = 2`),
  ).toEqual(["sum of the lines", thing].sort());
  expect(await meddle(`UPDATE invoice SET total = total + 1 WHERE id = '${id}'`)).toEqual([thing, "total"].sort());
  expect(await meddle(`UPDATE invoice SET number = 'VF-2000-000001' WHERE id = '${id}'`)).toContainEqual(
    expect.stringContaining("numbers of VF"),
  );
  expect(await meddle(`UPDATE billing_month SET invoice_id = NULL WHERE invoice_id = '${id}'`)).toEqual(
    expect.arrayContaining(["invoice without a closed month", "total"]),
  );
});
