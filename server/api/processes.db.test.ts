import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startRedis } from "@/server/adapters/testing/start-redis";
import { createTestWorld, type TestWorld } from "@/server/adapters/testing/test-world";
import type { CreatedKey } from "@/server/services/keys/create-key";

const run = promisify(execFile);
let world: TestWorld;
let folder: string;

beforeAll(async () => {
  world = await createTestWorld();
  folder = mkdtempSync(join(tmpdir(), "veriflow-processes-"));
});
afterAll(async () => {
  await world?.drop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** Two server processes on one database, each sent these timestamps at once. */
async function fireAtTwo(
  key: CreatedKey,
  timestamps: readonly string[][],
  more: Readonly<Record<string, string>> = {},
): Promise<Record<string, number>> {
  const env = {
    ...process.env,
    NODE_ENV: "test",
    DATABASE_URL: world.serverUrl,
    VERIFLOW_DATA_DIR: folder,
    VERIFLOW_MASTER_KEY: Buffer.alloc(32, 7).toString("base64"),
    LOG_LEVEL: "silent",
    // Vitest sets one of its own meaning.
    BASE_URL: "",
    ...more,
  } as const;
  const outputs = await Promise.all(
    timestamps.map((list) => {
      const FIRE = JSON.stringify({ keyId: key.id, secret: key.secret, timestamps: list });
      return run(process.execPath, ["--import", "tsx", "server/api/testing/fire.ts"], { env: { ...env, FIRE } });
    }),
  );
  const answers = outputs.flatMap(({ stdout }) => JSON.parse(stdout.trim().split("\n").at(-1)!) as string[]);
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
}

test("one signed request sent a hundred times at once to two processes passes once", async () => {
  await world.sql("UPDATE plan SET rate_minute = 1000");
  const { key } = await world.tenant();
  const same = Array.from({ length: 50 }, () => String(Date.now()));
  const timestamp = same[0];
  const counts = await fireAtTwo(key, [same.map(() => timestamp), same.map(() => timestamp)]);
  await world.sql("UPDATE plan SET rate_minute = 60");
  expect(counts).toEqual({ passed: 1, replayed_request: 99 });
});

/** A thousand requests of one key, each with a timestamp of its own, to two processes at once. */
function burst(key: CreatedKey, more?: Readonly<Record<string, string>>): Promise<Record<string, number>> {
  const start = Date.now() - 60_000;
  const stamps = Array.from({ length: 1000 }, (_, i) => String(start + i));
  return fireAtTwo(key, [stamps.slice(0, 500), stamps.slice(500)], more);
}

test("of a thousand requests to two processes at once exactly the key's limit passes", async () => {
  const { key } = await world.tenant();
  expect(await burst(key)).toEqual({ passed: 60, rate_limited: 940 });
});

test("exactly the tenant's limit passes where it is the lowest, and what it refused counts nowhere else", async () => {
  const { id, key } = await world.tenant();
  await world.sql(
    `UPDATE tenant SET rates = '{"minute":500,"tenant_minute":77,"endpoints":{"listJobs":200}}' WHERE id = $1`,
    [id],
  );
  expect(await burst(key)).toEqual({ passed: 77, rate_limited: 923 });
  const counters = await world.sql("SELECT key, points FROM rate_limit WHERE key LIKE $1 OR key LIKE $2 ORDER BY key", [
    `%${key.id}%`,
    `%${id}%`,
  ]);
  expect(counters).toEqual(
    [`60:key:${key.id}`, `60:key:${key.id}:listJobs`, `60:tenant:${id}`, `86400:key:${key.id}`].map((name) => ({
      key: name,
      points: 77,
    })),
  );
});

test("exactly the limit passes where Redis counts, and none of it is counted in PostgreSQL", async (context) => {
  const redis = await startRedis();
  if (!redis) return context.skip("no redis-server is installed here");
  try {
    const { key } = await world.tenant();
    expect(await burst(key, { REDIS_URL: redis.url })).toEqual({ passed: 60, rate_limited: 940 });
    expect(await world.sql("SELECT 1 FROM rate_limit WHERE key LIKE $1", [`%${key.id}%`])).toEqual([]);
  } finally {
    await redis.stop();
  }
});
