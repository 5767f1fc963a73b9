/**
 * `npm run bench -- webhooks [--count 10000] [--kills 5] [--json]`: deliveries while the worker is killed again and
 * again.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Webhook } from "standardwebhooks";
import { makeEnduranceWorld } from "@/bench/endurance-world";
import { WorkerProcess } from "@/bench/worker-process";
import { sendEvents } from "@/server/services/jobs/send-events";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import type { Ctx } from "@/server/services/ports";
import { createEndpoint } from "@/server/services/webhooks/create-endpoint";
import { writeOutbox } from "@/server/services/webhooks/write-outbox";

const WITHIN_MS = 90 * 60_000;
const BATCH = 100;

export async function run(args: string[]): Promise<void> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ args, options: { count: text, kills: text, json: { type: "boolean" } } });
  const [count, kills] = [Number(values.count ?? 10_000), Number(values.kills ?? 5)];
  const say = values.json ? () => undefined : (line: string) => console.log(`  ${line}`);
  const world = await makeEnduranceWorld();
  const receiver = await startReceiver();
  const worker = new WorkerProcess(world.env);
  try {
    receiver.secret = (await createEndpoint(world.ctx, { url: receiver.url, events: ["key.created"] })).secret;
    await worker.start();
    const started = Date.now();
    const writing = emitAll(world.ctx, count);
    const killed = await killWhileDelivering(worker, receiver, { count, kills, say });
    await writing;
    const seconds = (Date.now() - started) / 1000;
    const figures = {
      ...(await findings(world.ctx, receiver, count)),
      kills: killed,
      seconds,
      per_second: count / seconds,
    };
    if (values.json) console.log(JSON.stringify(figures));
    else for (const [name, value] of Object.entries(figures)) say(`${name.padEnd(26)} ${JSON.stringify(value)}`);
    if (!figures.passed) process.exitCode = 1;
  } finally {
    await worker.stop();
    receiver.close();
    await world.close();
  }
}

interface Receiver {
  readonly url: string;
  secret: string;
  /** Verified calls by `webhook-id`. */
  readonly heard: Map<string, number>;
  unverified: number;
  close(): void;
}

/** Counts verified webhooks; every twentieth call is answered 503, so that retries are seen too. */
async function startReceiver(): Promise<Receiver> {
  const heard = new Map<string, number>();
  let calls = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      if (++calls % 20 === 0) return response.writeHead(503).end();
      try {
        const headers = request.headers as Record<string, string>;
        new Webhook(receiver.secret).verify(Buffer.concat(chunks).toString("utf8"), headers);
        heard.set(headers["webhook-id"], (heard.get(headers["webhook-id"]) ?? 0) + 1);
        return response.writeHead(204).end();
      } catch {
        receiver.unverified++;
        return response.writeHead(401).end();
      }
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    secret: "",
    heard,
    unverified: 0,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return receiver;
}

/** Events as a change of state writes them, a hundred a transaction, and their starts handed on. */
async function emitAll(ctx: Ctx, count: number): Promise<void> {
  for (let done = 0; done < count; done += BATCH) {
    const due = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
      const key = await openTenantKey(ctx, tx);
      const all = [];
      for (let i = done; i < Math.min(count, done + BATCH); i++) {
        const data = { key_id: `vf_test_${i}`, label: "Bench" };
        all.push(...(await writeOutbox(ctx, tx, { type: "key.created", subjectId: data.key_id, data, key })));
      }
      return all;
    });
    await sendEvents(ctx, due);
  }
}

async function killWhileDelivering(
  worker: WorkerProcess,
  receiver: Receiver,
  { count, kills, say }: { count: number; kills: number; say: (line: string) => void },
): Promise<number> {
  const until = Date.now() + WITHIN_MS;
  let killed = 0;
  while (receiver.heard.size < count) {
    if (Date.now() > until) {
      say(`${receiver.heard.size} of ${count} arrived within ${WITHIN_MS / 60_000} minutes`);
      break;
    }
    if (killed < kills && receiver.heard.size >= ((killed + 1) * count) / (kills + 1)) {
      await worker.kill();
      killed++;
      say(`${receiver.heard.size} arrived: worker killed (${killed} of ${kills})`);
      await worker.start();
    }
    await sleep(25);
  }
  return killed;
}

async function findings(ctx: Ctx, receiver: Receiver, count: number) {
  const settled = Date.now() + 60_000;
  const states = () =>
    ctx.database.asPlatform(
      (tx) =>
        tx.$queryRaw<{ status: string; n: number }[]>`
          SELECT status, count(*)::int AS n FROM webhook_delivery GROUP BY status`,
    );
  while ((await states()).some(({ status }) => status === "pending") && Date.now() < settled) await sleep(250);
  const rows = await states();
  const of = (status: string) => rows.find((row) => row.status === status)?.n ?? 0;
  const times = [...receiver.heard.values()];
  return {
    events: count,
    arrived: receiver.heard.size,
    arrived_again: times.filter((one) => one > 1).length,
    unverified: receiver.unverified,
    delivered: of("delivered"),
    pending: of("pending"),
    failed: of("failed"),
    passed: receiver.heard.size === count && of("delivered") === count && receiver.unverified === 0,
  };
}
