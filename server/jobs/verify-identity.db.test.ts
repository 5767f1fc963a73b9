import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openPlatformPool } from "@/server/adapters/database/database";
import { embeddedEventSink } from "@/server/adapters/event-sink";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { AppError } from "@/server/contract/errors";
import type { JobView } from "@/server/contract/v1/kyc";
import { JobInput } from "@/server/domain/scoring/job-result";
import type { Executor } from "@/server/jobs/executor/executor";
import { makeWorker } from "@/server/jobs/make-worker";
import { HOLDER, passportEvidence, scriptedVision } from "@/server/jobs/testing/scripted-vision";
import { decideJob } from "@/server/services/jobs/decide-job";
import type { Adapters, Ctx, Vision } from "@/server/services/ports";
import { getJob } from "@/server/services/verifications/get-job";
import { startVerification } from "@/server/services/verifications/start-verification";
import { createEndpoint } from "@/server/services/webhooks/create-endpoint";

let world: TestWorld;
let tenant: TestTenant;
let pool: ReturnType<typeof openPlatformPool>;
let receiver: Server;
let url = "";
const heard: { body: string; headers: Record<string, string> }[] = [];
const workers: Executor[] = [];

beforeAll(async () => {
  world = await createTestWorld();
  pool = openPlatformPool(world.serverUrl, 4);
  tenant = await world.tenant();
  receiver = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      heard.push({ body, headers: request.headers as Record<string, string> });
      response.writeHead(200).end();
    });
  });
  await new Promise<void>((ready) => receiver.listen(0, "127.0.0.1", ready));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  heard.length = 0;
});
afterAll(async () => {
  receiver.close();
  await pool.end();
  await world.drop();
});

/** A worker with this vision; answers the context for requests beside it. */
async function work(given: Partial<Vision>): Promise<Ctx> {
  const adapters: Adapters = { ...world.adapters, vision: scriptedVision(given), events: embeddedEventSink(pool) };
  const worker = makeWorker({ adapters, databaseUrl: world.serverUrl, role: "veriflow_platform", verifications: 4 });
  workers.push(worker);
  await worker.start();
  return { ...tenant.ctx, ...adapters };
}
const picture = new Uint8Array([1, 2, 3]);
const profile = { full_name: "Anna Eriksson" };
const request = (ctx: Ctx, more = {}) =>
  startVerification(ctx, { front: picture, input: JobInput.parse({ profile, ...more }), reference: "order-7" });

async function ended(ctx: Ctx, jobId: string): Promise<JobView> {
  for (let i = 0; i < 1500; i++) {
    const job = await getJob(ctx, jobId);
    if (job.status !== "queued" && job.status !== "processing") return job;
    await new Promise((later) => setTimeout(later, 20));
  }
  throw new Error(`${jobId} was not decided.`);
}
const statuses = (job: JobView): Record<string, string> =>
  Object.fromEntries(job.steps.map(({ name, status, attempts }) => [name, `${status} ${attempts}`]));
const count = async (table: string, column: string, jobId: string): Promise<number> =>
  (await world.sql<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE ${column} = $1`, [jobId]))[0].n;

test("a document that holds is accepted; what was not sent is skipped, costs nothing, and its weight is shared out", async () => {
  const ctx = await work({ document: async () => passportEvidence() });
  const job = await ended(ctx, (await request(ctx)).jobId);
  expect(statuses(job)).toEqual({
    liveness: "skipped 0",
    ocr: "done 1",
    validate: "done 1",
    face_match: "skipped 0",
    kya: "done 1",
    scoring: "done 1",
  });
  expect(job.decision).toBe("accepted");
  expect(job.fields).toMatchObject({ document_number: "L898902C3", birth_date: HOLDER.birth_date });
  const metered = await world.sql("SELECT parts FROM usage_event WHERE source_id = $1", [job.job_id]);
  expect(metered).toEqual([{ parts: ["ocr", "validate", "kya"] }]);
  expect(job.factors.map(({ name, weight }) => [name, weight])).toEqual([
    ["document", 83.3],
    ["kya", 16.7],
  ]);
});

test.each([
  ["a step that fails twice is tried again and leaves no trace in the decision", "overloaded", 2],
  ["an outage is waited out, whatever it takes: nobody has to look at what it interrupted", "unavailable", 4],
] as const)("%s", async (_, code, failures) => {
  let tries = 0;
  const ctx = await work({
    document: async () => {
      if (++tries <= failures) throw new AppError(code, { service: "made up" });
      return passportEvidence();
    },
  });
  const job = await ended(ctx, (await request(ctx)).jobId);
  expect(statuses(job).ocr).toBe(`done ${failures + 1}`);
  expect(job.decision).toBe("accepted");
});

test("with a model that is not there the steps are undone and the decision is review, unbilled, never accepted", async () => {
  const ctx = await work({});
  const { jobId } = await request(ctx);
  const job = await ended(ctx, jobId);
  expect(statuses(job)).toMatchObject({ ocr: "undone 3", validate: "undone 1", kya: "done 1", scoring: "done 1" });
  expect(job.steps.find(({ name }) => name === "ocr")?.error).toBe("model_unavailable");
  expect(job.decision).toBe("review");
  expect(job.reasons.map(({ code }) => code)).toContain("step_undone");
  expect(await count("usage_event", "source_id", jobId)).toBe(0);
});

test("an expired document is rejected with the date in the reasons", async () => {
  const ctx = await work({ document: async () => passportEvidence("2020-04-15") });
  const job = await ended(ctx, (await request(ctx)).jobId);
  expect(job.decision).toBe("rejected");
  expect(job.reasons[0]).toMatchObject({ code: "document_expired", value: "2020-04-15" });
});

test("a verification is decided once, metered once and told once, however often its start is signalled", async () => {
  const ctx = await work({ document: async () => passportEvidence() });
  await createEndpoint(ctx, { url, events: ["job.completed"] });
  const { jobId } = await request(ctx);
  const data = { tenant_id: tenant.id, job_id: jobId };
  await Promise.all(
    ["a", "b", "c"].map((id) =>
      ctx.events.send({ id: `${jobId}:${id}`, name: "veriflow/verification.requested", data }),
    ),
  );
  await ended(ctx, jobId);
  await Promise.all([decideJob(ctx, jobId), decideJob(ctx, jobId)]);
  for (let i = 0; i < 300 && heard.length === 0; i++) await new Promise((later) => setTimeout(later, 20));
  const decided = await world.sql("SELECT 1 FROM audit_entry WHERE target = $1 AND action = 'job.decided'", [jobId]);
  expect(decided.length).toBe(1);
  expect(await count("usage_event", "source_id", jobId)).toBe(1);
  expect(await count("outbox_event", "subject_id", jobId)).toBe(1);
  expect(heard.length).toBe(1);
});

test("the webhook carries the same view as the API, signed with the endpoint's secret", async () => {
  const ctx = await work({ document: async () => passportEvidence() });
  const { secret } = await createEndpoint(ctx, { url: `${url}signed`, events: ["job.completed"] });
  const { jobId } = await request(ctx, { metadata: { cart: "7" } });
  const job = await ended(ctx, jobId);
  const verified = (): { data: unknown } | undefined => {
    for (const { body, headers } of heard) {
      try {
        return new Webhook(secret).verify(body, headers) as { data: unknown };
      } catch {}
    }
  };
  for (let i = 0; i < 300 && !verified(); i++) await new Promise((later) => setTimeout(later, 20));
  expect(verified()?.data).toEqual(job);
  expect(job.metadata).toEqual({ cart: "7" });
});

test("a verification that cannot be scored fails, is told so, and is not billed", async () => {
  const broken = await world.tenant();
  await world.sql("UPDATE workflow_version SET definition = '{}' WHERE tenant_id = $1", [broken.id]).catch(() => []);
  const ctx = { ...(await work({ document: async () => passportEvidence() })), tenantId: broken.id };
  const { jobId } = await world.adapters.database.asPlatform(async (tx) => {
    const workflow = await tx.workflow.findFirstOrThrow({ where: { tenant_id: broken.id } });
    const { sealed } = await ctx.keys.makeDataKey(
      await ctx.keys.openDataKey(
        (await tx.tenant.findUniqueOrThrow({ where: { id: broken.id } })).data_key_sealed,
        "master",
      ),
    );
    const jobId = ctx.ids.make("job");
    const own = { tenant_id: broken.id };
    const data = { id: jobId, ...own, environment: "test", workflow_id: workflow.id, workflow_version: 99 };
    await tx.job.create({ data: { ...data, data_key_sealed: sealed } });
    await tx.jobStep.create({ data: { ...own, job_id: jobId, name: "ocr", position: 0 } });
    return { jobId };
  });
  await ctx.events.send({
    id: jobId,
    name: "veriflow/verification.requested",
    data: { tenant_id: broken.id, job_id: jobId },
  });
  const job = await ended(ctx, jobId);
  expect(job.status).toBe("failed");
  expect(job.decision).toBeNull();
  expect(await count("usage_event", "source_id", jobId)).toBe(0);
  const told = await world.sql<{ type: string }>("SELECT type FROM outbox_event WHERE subject_id = $1", [jobId]);
  expect(told).toEqual([{ type: "job.failed" }]);
});

test("neither the executor's tables nor the log hold anything of the person", async () => {
  const ctx = await work({ document: async () => passportEvidence() });
  await ended(ctx, (await request(ctx)).jobId);
  const rows = await world.sql<{ text: string }>(
    "SELECT t::text AS text FROM executor_run t UNION ALL SELECT t::text FROM executor_step t UNION ALL SELECT t::text FROM executor_event t",
  );
  const all = `${rows.map(({ text }) => text).join("\n")}\n${JSON.stringify(world.logged)}`;
  for (const personal of ["Eriksson", "ERIKSSON", "L898902C3", HOLDER.birth_date]) expect(all).not.toContain(personal);
});
