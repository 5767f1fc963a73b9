/**
 * `npm run bench -- kill-worker [--count 100] [--kills 5] [--json]`: verifications while the worker is killed again and
 * again.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type CountingReceiver, startCountingReceiver } from "@/bench/counting-receiver";
import { type EnduranceWorld, makeEnduranceWorld } from "@/bench/endurance-world";
import { WorkerProcess } from "@/bench/worker-process";
import { people } from "@/scripts/specimens/people";
import { specimenVerification } from "@/scripts/specimens/specimen-verification";
import { JobInput } from "@/server/domain/scoring/job-result";
import type { Ctx } from "@/server/services/ports";
import { startVerification } from "@/server/services/verifications/start-verification";
import { createEndpoint } from "@/server/services/webhooks/create-endpoint";

const WITHIN_MS = 30 * 60_000;

export async function run(args: string[]): Promise<void> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ args, options: { count: text, kills: text, json: { type: "boolean" } } });
  const [count, kills] = [Number(values.count ?? 100), Number(values.kills ?? 5)];
  const say = values.json ? () => undefined : (line: string) => console.log(`  ${line}`);
  say("Starting a database and a worker of their own …");
  const world = await makeEnduranceWorld();
  const receiver = await startCountingReceiver();
  const worker = new WorkerProcess(world.env);
  try {
    receiver.secret = (await createEndpoint(world.ctx, { url: receiver.url, events: ["job.completed"] })).secret;
    const ids = await requestAll(world.ctx, count, say);
    await worker.start();
    const started = Date.now();
    await killWhileWorking(world.ctx, worker, { count, kills, say });
    await untilDelivered(world.ctx, receiver, count);
    const figures = { ...(await findings(world, receiver, ids)), kills, seconds: (Date.now() - started) / 1000 };
    if (values.json) console.log(JSON.stringify(figures));
    else for (const [name, value] of Object.entries(figures)) say(`${name.padEnd(26)} ${JSON.stringify(value)}`);
    if (!figures.passed) process.exitCode = 1;
  } finally {
    await worker.stop();
    receiver.close();
    await world.close();
  }
}

/** Queues the verifications of a few drawn people; nothing works on them yet. */
async function requestAll(ctx: Ctx, count: number, say: (line: string) => void): Promise<string[]> {
  const cast = await Promise.all(
    people.slice(0, 4).map((person) => specimenVerification({ person, kind: "passport", wear: "small" })),
  );
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const { selfie, front } = cast[i % cast.length];
    const { jobId } = await startVerification(ctx, { live: selfie, front, input: JobInput.parse({}) });
    ids.push(jobId);
  }
  say(`${count} verifications queued`);
  return ids;
}

async function killWhileWorking(
  ctx: Ctx,
  worker: WorkerProcess,
  { count, kills, say }: { count: number; kills: number; say: (line: string) => void },
): Promise<void> {
  const until = Date.now() + WITHIN_MS;
  let killed = 0;
  for (;;) {
    const decided = await countJobs(ctx, { status: "completed" });
    if (decided === count) return;
    if (Date.now() > until) throw new Error(`${decided} of ${count} decided within ${WITHIN_MS / 60_000} minutes.`);
    if (killed < kills && decided >= ((killed + 1) * count) / (kills + 1)) {
      const [{ held }] = await heldRuns(ctx);
      await worker.kill();
      killed++;
      say(`${decided} decided: worker killed (${killed} of ${kills}) with ${held} runs in its hands`);
      await worker.start();
    }
    await sleep(25);
  }
}

const heldRuns = (ctx: Ctx): Promise<{ held: number }[]> =>
  ctx.database.asPlatform(
    (tx) =>
      tx.$queryRaw`SELECT count(*)::int AS held FROM executor_run WHERE leased_until > now() AND status = 'pending'`,
  );

const countJobs = (ctx: Ctx, where: { status: string }): Promise<number> =>
  ctx.database.inTenant(ctx.tenantId, (tx) => tx.job.count({ where }));

async function untilDelivered(ctx: Ctx, receiver: CountingReceiver, count: number): Promise<void> {
  const until = Date.now() + 60_000;
  while (receiver.byJob.size < count && Date.now() < until) await sleep(50);
  const pending = (): Promise<number> =>
    ctx.database.inTenant(ctx.tenantId, (tx) => tx.webhookDelivery.count({ where: { status: "pending" } }));
  while ((await pending()) > 0 && Date.now() < until) await sleep(50);
}

/** What stands in the database and at the receiver, verification by verification. */
async function findings({ ctx }: EnduranceWorld, receiver: CountingReceiver, ids: readonly string[]) {
  const rows = await ctx.database.asPlatform(
    (tx) => tx.$queryRaw<{ id: string; decision: string | null; audits: number; usages: number; events: number }[]>`
      SELECT id, decision,
        (SELECT count(*)::int FROM audit_entry a WHERE a.target = job.id AND a.action = 'job.decided') AS audits,
        (SELECT count(*)::int FROM usage_event u WHERE u.source_id = job.id) AS usages,
        (SELECT count(*)::int FROM outbox_event o WHERE o.subject_id = job.id) AS events
      FROM job WHERE tenant_id = ${ctx.tenantId}`,
  );
  const once = (name: "audits" | "usages" | "events"): number => rows.filter((row) => row[name] === 1).length;
  const decisions = Object.fromEntries(
    ["accepted", "review", "rejected"].map((one) => [one, rows.filter((row) => row.decision === one).length]),
  );
  const heard = ids.map((id) => receiver.byJob.get(id) ?? 0);
  const figures = {
    verifications: ids.length,
    decided: rows.filter((row) => row.decision !== null).length,
    decisions,
    decided_once_by_audit: once("audits"),
    metered_once: once("usages"),
    event_written_once: once("events"),
    webhooks_delivered: heard.filter((times) => times > 0).length,
    webhooks_delivered_again: heard.filter((times) => times > 1).length,
    webhooks_unverified: receiver.unverified,
  };
  const all = [figures.decided, figures.decided_once_by_audit, figures.event_written_once, figures.webhooks_delivered];
  return { ...figures, passed: all.every((one) => one === ids.length) && figures.webhooks_unverified === 0 };
}
