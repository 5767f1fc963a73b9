import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/scripts/database/embedded-postgres";
import { migrate } from "@/scripts/database/migrate";
import { readPostmaster } from "@/scripts/database/postmaster";
import { type LiveDatabase, openDatabase, openPlatformPool } from "@/server/adapters/database/database";
import { rateCounters } from "@/server/adapters/rate-counters";

const base = mkdtempSync(join(tmpdir(), "veriflow-faults-"));
chmodSync(base, 0o755);
const folder = join(base, "server");
let server: EmbeddedPostgres;
let database: LiveDatabase;
beforeAll(async () => {
  server = await startEmbeddedPostgres({ folder });
  await migrate(server.ownerUrl, { serverPassword: server.serverPassword });
  database = openDatabase(server.serverUrl, { poolSize: 4 });
});
afterAll(async () => {
  await database.close();
  await server.stop();
  rmSync(base, { recursive: true, force: true });
});

const count = () => database.asPlatform((tx) => tx.plan.count());

test("while the database is stopped work is `unavailable`, and goes on by itself once it is back", async () => {
  await Promise.all(Array.from({ length: 8 }, count));
  await server.stop();
  const refused = await Promise.allSettled(Array.from({ length: 8 }, count));
  for (const one of refused) expect(one).toMatchObject({ status: "rejected", reason: { code: "unavailable" } });
  server = await startEmbeddedPostgres({ folder });
  expect(await Promise.all(Array.from({ length: 8 }, count))).toEqual(Array(8).fill(0));
});

test("a transaction cut by a crash is `unavailable` and leaves nothing", async () => {
  const cut = database.asPlatform(async (tx) => {
    await tx.plan.create({ data: { id: "half", name: "Half", quotas: {}, sla_percent: "0" } });
    process.kill(readPostmaster(join(server.clusterFolder, "data"))!.pid, "SIGKILL");
    await new Promise((later) => setTimeout(later, 300));
    return tx.plan.count();
  });
  await expect(cut).rejects.toMatchObject({ code: "unavailable" });
  server = await startEmbeddedPostgres({ folder });
  expect(await count()).toBe(0);
});

test("counters are `unavailable` meanwhile and count on after a restart", async () => {
  const pool = openPlatformPool(server.serverUrl, 2);
  const rates = rateCounters(pool);
  expect(await rates.count("key", { limit: 10, seconds: 60 })).toMatchObject({ remaining: 9 });
  await server.stop();
  await expect(rates.count("key", { limit: 10, seconds: 60 })).rejects.toMatchObject({ code: "unavailable" });
  server = await startEmbeddedPostgres({ folder });
  expect(await rates.count("key", { limit: 10, seconds: 60 })).toMatchObject({ allowed: true });
  await pool.end();
});
