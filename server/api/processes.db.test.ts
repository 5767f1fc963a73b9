import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
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
async function fireAtTwo(key: CreatedKey, timestamps: readonly string[][]): Promise<Record<string, number>> {
  const env = {
    ...process.env,
    NODE_ENV: "test",
    DATABASE_URL: world.serverUrl,
    VERIFLOW_DATA_DIR: folder,
    VERIFLOW_MASTER_KEY: Buffer.alloc(32, 7).toString("base64"),
    LOG_LEVEL: "silent",
    // Vitest sets one of its own meaning.
    BASE_URL: "",
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

test("of a burst to two processes exactly the limit passes", async () => {
  const { key } = await world.tenant();
  const start = Date.now();
  const stamps = Array.from({ length: 100 }, (_, i) => String(start + i));
  expect(await fireAtTwo(key, [stamps.slice(0, 50), stamps.slice(50)])).toEqual({ passed: 60, rate_limited: 40 });
});
