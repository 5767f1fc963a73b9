/**
 * `npm run bench -- faults [--every 1.5] [--down 8] [--up 12] [--selfies] [--json]`: verifications are sent on and on
 * while the database, the object store, the virus scanner and the executor are killed one after the other and started
 * again. Each has to be decided, once, as it was decided while nothing failed. `--selfies` leaves the documents out,
 * for a machine that is busy with others.
 */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { objectStore, virusScanner } from "@/bench/outside-services";
import { type ServedWorld, serveWorld } from "@/bench/serve-world";
import { readPostmaster } from "@/scripts/database/postmaster";
import { people } from "@/scripts/specimens/people";
import { specimenVerification } from "@/scripts/specimens/specimen-verification";
import { encodeBase64 } from "@/server/contract/base64";
import { ApiError, createClient } from "@/server/contract/client";
import { ENDPOINTS } from "@/server/contract/v1/index";

const DECIDED_WITHIN_MS = 30 * 60_000;

interface Part {
  readonly name: string;
  kill(): Promise<void>;
  start(): Promise<void>;
}

interface Person {
  readonly name: string;
  readonly body: { readonly image_live_base64: string; readonly image_front_base64?: string };
}

interface Sent {
  readonly person: string;
  readonly jobId: string;
  readonly tries: number;
}

export async function run(args: string[]): Promise<void> {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const { values } = parseArgs({ args, options: { every: text, down: text, up: text, selfies: flag, json: flag } });
  const say = values.json ? () => undefined : (line: string) => console.log(`  ${line}`);
  const folder = mkdtempSync(join(tmpdir(), "veriflow-faults-"));
  const objects = await objectStore(folder);
  const scanner = await virusScanner(folder);
  say("Starting a database, an object store, a scanner, the application and a worker of their own …");
  await Promise.all([objects.start(), scanner?.start()]);
  const world = await serveWorld({ ...objects.env, ...scanner?.env, BENCH_LOG_LEVEL: "error" });
  try {
    await world.startWeb();
    world.worker.keep();
    const cast = await drawCast(values.selfies === true);
    const calm = await sendAll(world, cast);
    await untilDecided(world, calm.length);
    const expected = new Map((await outcomes(world, calm)).map(({ person, decision }) => [person, decision]));
    say(`While nothing fails: ${JSON.stringify(Object.fromEntries(expected))}`);
    const parts = partsOf(world, { objects, scanner });
    const sent = await sendWhileFailing(world, cast, parts, {
      everyMs: Number(values.every ?? 1.5) * 1000,
      downMs: Number(values.down ?? 8) * 1000,
      upMs: Number(values.up ?? 12) * 1000,
      say,
    });
    await untilDecided(world, calm.length + sent.length);
    const figures = judge(await outcomes(world, sent), expected, parts);
    const ended = { web: world.web.crashes, worker: world.worker.crashes };
    const told = {
      ...figures,
      ended_by_themselves: ended,
      ...(scanner ? {} : { scanner: "skipped: no clamd is installed" }),
    };
    if (values.json) console.log(JSON.stringify(told));
    else for (const [name, value] of Object.entries(told)) say(`${name.padEnd(26)} ${JSON.stringify(value)}`);
    if (!figures.passed) process.exitCode = 1;
  } finally {
    await world.close();
    await Promise.all([objects.kill(), scanner?.kill()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Two who are who they say, and one whose selfie is somebody else's. */
async function drawCast(selfies: boolean): Promise<Person[]> {
  const [first, second, third] = people;
  const drawn = [
    { name: "first", person: first },
    { name: "second", person: second },
    { name: "impostor", person: third, selfieOf: first },
  ];
  return Promise.all(
    drawn.map(async ({ name, ...of }) => {
      const { selfie, front } = await specimenVerification({ ...of, kind: "passport", wear: "small" });
      const live = { image_live_base64: encodeBase64(selfie) };
      return { name, body: selfies ? live : { ...live, image_front_base64: encodeBase64(front) } };
    }),
  );
}

function partsOf(
  world: ServedWorld,
  { objects, scanner }: { objects: Part | Omit<Part, "name">; scanner: Omit<Part, "name"> | undefined },
): Part[] {
  const database = {
    name: "database",
    kill: async () => {
      process.kill(readPostmaster(world.server.dataFolder)!.pid, "SIGKILL");
    },
    start: world.server.start,
  };
  const executor = { name: "executor", kill: () => world.worker.kill(), start: async () => world.worker.keep() };
  const store = { kill: objects.kill, start: objects.start, name: "object store" };
  return [database, store, ...(scanner ? [{ ...scanner, name: "scanner" }] : []), executor];
}

/**
 * Sends on and on, each until it is accepted as a careful client would, while one part after the other is down for a
 * while.
 */
async function sendWhileFailing(
  world: ServedWorld,
  cast: readonly Person[],
  parts: readonly Part[],
  { everyMs, downMs, upMs, say }: { everyMs: number; downMs: number; upMs: number; say: (line: string) => void },
): Promise<Sent[]> {
  const sending: Promise<Sent>[] = [];
  let over = false;
  const client = (async () => {
    for (let i = 0; !over; i++) {
      sending.push(send(world, cast[i % cast.length]));
      await sleep(everyMs);
    }
  })();
  for (const { name, kill, start } of parts) {
    await sleep(upMs);
    await kill();
    say(`${name} killed`);
    await sleep(downMs);
    await start();
    say(`${name} started again`);
  }
  await sleep(upMs);
  over = true;
  await client;
  return Promise.all(sending);
}

function sendAll(world: ServedWorld, cast: readonly Person[]): Promise<Sent[]> {
  return Promise.all(cast.map((person) => send(world, person)));
}

/** Tries again with the same Idempotency-Key, as long as the refusal says that this may help. */
async function send(world: ServedWorld, { name, body }: Person): Promise<Sent> {
  const client = createClient({ baseUrl: world.url, keyId: world.key.id, secret: world.key.secret, retries: 0 });
  const idempotencyKey = randomUUID();
  for (let tries = 1; ; tries++) {
    try {
      const { job_id: jobId } = await client.call(ENDPOINTS.verifyIdentity, { body, idempotencyKey });
      return { person: name, jobId, tries };
    } catch (error) {
      const refusal = error instanceof ApiError ? error : undefined;
      if (refusal && refusal.status < 500 && refusal.status !== 429 && refusal.code !== "idempotency_in_progress")
        throw error;
      if (tries > 300) throw error;
      await sleep((refusal?.retryAfterSeconds ?? 1) * 1000);
    }
  }
}

async function untilDecided({ ctx }: ServedWorld, count: number): Promise<void> {
  for (const until = Date.now() + DECIDED_WITHIN_MS; Date.now() < until; await sleep(500)) {
    const ended = await ctx.database
      .inTenant(ctx.tenantId, (tx) => tx.job.count({ where: { decision: { not: null } } }))
      .catch(() => 0);
    if (ended >= count) return;
  }
}

interface Outcome extends Sent {
  readonly decision: string | null;
  readonly audits: number;
  readonly usages: number;
}

async function outcomes({ ctx }: ServedWorld, sent: readonly Sent[]): Promise<Outcome[]> {
  const rows = await ctx.database.asPlatform(
    (tx) => tx.$queryRaw<{ id: string; decision: string | null; audits: number; usages: number }[]>`
      SELECT id, decision,
        (SELECT count(*)::int FROM audit_entry a WHERE a.target = job.id AND a.action = 'job.decided') AS audits,
        (SELECT count(*)::int FROM usage_event u WHERE u.source_id = job.id) AS usages
      FROM job WHERE tenant_id = ${ctx.tenantId}`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return sent.map((one) => ({ ...one, decision: null, audits: 0, usages: 0, ...byId.get(one.jobId) }));
}

function judge(found: readonly Outcome[], expected: ReadonlyMap<string, string | null>, parts: readonly Part[]) {
  const wrong = found.filter(({ person, decision }) => decision !== null && decision !== expected.get(person));
  const figures = {
    killed: parts.map(({ name }) => name),
    verifications: found.length,
    tried_again: found.filter(({ tries }) => tries > 1).length,
    decided: found.filter(({ decision }) => decision !== null).length,
    decided_once_by_audit: found.filter(({ audits }) => audits === 1).length,
    metered_once: found.filter(({ usages }) => usages === 1).length,
    decided_otherwise: wrong.map(({ person, decision }) => `${person}: ${decision}`),
  };
  const whole = [figures.decided, figures.decided_once_by_audit, figures.metered_once];
  return { ...figures, passed: wrong.length === 0 && whole.every((count) => count === found.length) };
}
