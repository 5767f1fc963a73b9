import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPlatformPool } from "@/server/adapters/database/database";
import { embeddedEventSink } from "@/server/adapters/event-sink";
import { objectsInFolder } from "@/server/adapters/objects/objects-folder";
import { createTestWorld, type TestWorld } from "@/server/adapters/testing/test-world";
import { JobInput } from "@/server/domain/scoring/job-result";
import { KillableWorker } from "@/server/jobs/testing/killable-worker";
import { scriptedVision } from "@/server/jobs/testing/scripted-vision";
import type { Ctx } from "@/server/services/ports";
import { startVerification } from "@/server/services/verifications/start-verification";
import { createEndpoint } from "@/server/services/webhooks/create-endpoint";

const COUNT = 18;
const KILLS = 3;
const dataDir = mkdtempSync(join(tmpdir(), "veriflow-kill-"));
const heard = new Map<string, number>();
let world: TestWorld;
let receiver: Server;
let pool: ReturnType<typeof openPlatformPool>;
let worker: KillableWorker;

beforeAll(async () => {
  world = await createTestWorld();
  worker = new KillableWorker(world.serverUrl, dataDir);
  pool = openPlatformPool(world.serverUrl, 2);
  receiver = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      const { job_id: id } = (JSON.parse(body) as { data: { job_id: string } }).data;
      heard.set(id, (heard.get(id) ?? 0) + 1);
      response.writeHead(200).end();
    });
  });
  await new Promise<void>((ready) => receiver.listen(0, "127.0.0.1", ready));
});
afterAll(async () => {
  await worker?.kill();
  receiver.close();
  await pool.end();
  await world.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

test("verifications are decided once each and told, though the worker is killed again and again", async () => {
  const tenant = await world.tenant();
  const own = { events: embeddedEventSink(pool), objects: objectsInFolder(join(dataDir, "objects")) };
  const ctx: Ctx = { ...tenant.ctx, ...own, vision: scriptedVision({}) };
  await createEndpoint(ctx, {
    url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
    events: ["job.completed"],
  });
  for (let i = 0; i < COUNT; i++)
    await startVerification(ctx, { front: new Uint8Array([i]), input: JobInput.parse({}) });
  const decided = async (): Promise<number> =>
    (await world.sql<{ n: number }>("SELECT count(*)::int AS n FROM job WHERE status = 'completed'"))[0].n;
  await worker.start();
  for (let kill = 1; kill <= KILLS; kill++) {
    while ((await decided()) < (kill * COUNT) / (KILLS + 1)) await sleep(10);
    await worker.kill();
    await worker.start();
  }
  while ((await decided()) < COUNT || heard.size < COUNT) await sleep(20);
  const rows = await world.sql<{ decision: string; audits: number; usages: number; events: number; attempts: number }>(
    `SELECT decision, (SELECT count(*)::int FROM audit_entry a WHERE a.target = j.id AND a.action = 'job.decided') AS audits,
       (SELECT count(*)::int FROM usage_event u WHERE u.source_id = j.id) AS usages,
       (SELECT count(*)::int FROM outbox_event o WHERE o.subject_id = j.id) AS events FROM job j`,
  );
  expect(rows).toEqual(Array(COUNT).fill({ decision: "accepted", audits: 1, usages: 1, events: 1 }));
  expect(heard.size).toBe(COUNT);
}, 240_000);
