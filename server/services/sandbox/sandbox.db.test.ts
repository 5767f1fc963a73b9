import { afterAll, beforeAll, expect, test } from "vitest";
import { openPlatformPool } from "@/server/adapters/database/database";
import { embeddedEventSink } from "@/server/adapters/event-sink";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { EVENT_TYPES } from "@/server/contract/events";
import { CreateSessionBody } from "@/server/contract/v1/sessions";
import { marked } from "@/server/domain/sandbox/magic-picture";
import type { SeenScenario } from "@/server/domain/sandbox/scenario";
import { SCENARIOS } from "@/server/domain/sandbox/scenarios";
import { codesOf } from "@/server/domain/sandbox/testing/play-scenario";
import { JobInput } from "@/server/domain/scoring/job-result";
import type { Executor } from "@/server/jobs/executor/executor";
import { makeWorker } from "@/server/jobs/make-worker";
import { scriptedVision } from "@/server/jobs/testing/scripted-vision";
import type { Adapters, Ctx } from "@/server/services/ports";
import { listScenarios } from "@/server/services/sandbox/list-scenarios";
import { sandboxed } from "@/server/services/sandbox/sandboxed";
import { sendSampleEvent } from "@/server/services/sandbox/send-sample-event";
import { simulateSession } from "@/server/services/sandbox/simulate-session";
import { createSession } from "@/server/services/sessions/create-session";
import { getSession } from "@/server/services/sessions/get-session";
import { getJob } from "@/server/services/verifications/get-job";
import { listJobs } from "@/server/services/verifications/list-jobs";
import { searchVerifications, VerificationFilters } from "@/server/services/verifications/search-verifications";
import { startVerification } from "@/server/services/verifications/start-verification";

let world: TestWorld;
let tenant: TestTenant;
let ctx: Ctx;
let worker: Executor;
let pool: ReturnType<typeof openPlatformPool>;

beforeAll(async () => {
  world = await createTestWorld();
  pool = openPlatformPool(world.serverUrl, 4);
  tenant = await world.tenant({ plan: "enterprise" });
  // Real models are not there: whatever is not scripted by a scenario is `model_unavailable`.
  const adapters: Adapters = { ...world.adapters, vision: scriptedVision({}), events: embeddedEventSink(pool) };
  worker = makeWorker({ adapters, databaseUrl: world.serverUrl, role: "veriflow_platform", verifications: 6 });
  await worker.start();
  ctx = { ...tenant.ctx, ...sandboxed(adapters, "test") };
});
afterAll(async () => {
  await worker.stop();
  await pool.end();
  await world.drop();
});

const makeSession = async (body: object = {}, of: Ctx = ctx): Promise<string> =>
  (await createSession(of, CreateSessionBody.parse(body))).view.session_id;

async function ended(jobId: string) {
  for (let i = 0; i < 1500; i++) {
    const job = await getJob(ctx, jobId);
    if (job.status !== "queued" && job.status !== "processing") return job;
    await new Promise((later) => setTimeout(later, 20));
  }
  throw new Error(`${jobId} was not decided.`);
}

async function play(scenario: string, body: object = {}): Promise<{ sessionId: string; jobId: string }> {
  const sessionId = await makeSession(body);
  const { job_id: jobId } = await simulateSession(ctx, { id: sessionId, scenario });
  return { sessionId, jobId: jobId ?? "" };
}

/**
 * One of each kind; that every scenario comes to what it declares is held by scenarios.test.ts, on the same functions.
 */
const SAMPLE = [
  "accepted",
  "review",
  "rejected",
  "spoof_screen",
  "no_face",
  "face_blurred_other",
  "mrz_checksum_fail",
  "document_expired",
  "page_zone_surname_differs",
  "driver_license",
  "recapture_screen",
  "email_disposable",
  "document_unavailable",
];

test("scenarios of every kind, played at a hosted session, are decided by the real pipeline as they declare", async () => {
  for (const id of SAMPLE) {
    const scenario = SCENARIOS[id] as SeenScenario;
    const { sessionId, jobId } = await play(id, { profile: scenario.send?.profile, country: scenario.send?.country });
    const job = await ended(jobId);
    expect([id, job.decision]).toEqual([id, scenario.expect.decision]);
    for (const code of scenario.expect.reasons) expect([id, ...codesOf(job)]).toContain(code);
    expect([id, (await getSession(ctx, sessionId)).status]).toEqual([id, scenario.expect.decision]);
  }
}, 120_000);

test("endings, reviews and samples reach every webhook that there is", async () => {
  const { sessionId } = await play("review");
  await ended((await getSession(ctx, sessionId)).job_id ?? "");
  await simulateSession(ctx, { id: sessionId, scenario: "reviewed_accepted" });
  expect(await getSession(ctx, sessionId)).toMatchObject({ status: "accepted" });
  for (const ending of ["session_expired", "session_cancelled", "job_failed"]) await play(ending);
  const sampled = EVENT_TYPES.filter((type) => !type.startsWith("job.") && !type.startsWith("session."));
  for (const type of sampled) await sendSampleEvent(ctx, { type });
  const rows = await world.sql<{ type: string }>("SELECT DISTINCT type FROM outbox_event WHERE tenant_id = $1", [
    tenant.id,
  ]);
  expect(rows.map(({ type }) => type).sort()).toEqual([...EVENT_TYPES].sort());
}, 60_000);

test("a magic picture and a stated name play the same through the API's own verification", async () => {
  const picture = marked(Uint8Array.of(1, 2, 3), "document_expired");
  const byPicture = await startVerification(ctx, { live: picture, front: picture, input: JobInput.parse({}) });
  expect(await ended(byPicture.jobId)).toMatchObject({ decision: "rejected" });
  const input = JobInput.parse({ profile: { full_name: "Sandbox Spoof Screen" } });
  const plain = Uint8Array.of(1, 2, 3);
  const byName = await startVerification(ctx, { live: plain, front: plain, input });
  expect((await ended(byName.jobId)).reasons.map(({ code }) => code)).toContain("spoof_detected");
});

test("with a live key there is no sandbox: neither its endpoints nor its pictures nor its names mean anything", async () => {
  const live: Ctx = {
    ...ctx,
    ...sandboxed({ ...world.adapters, vision: scriptedVision({}) }, "live"),
    environment: "live",
  };
  await expect(listScenarios(live)).rejects.toMatchObject({ code: "not_found", details: { reason: "sandbox_only" } });
  await expect(sendSampleEvent(live, { type: "quota.warning" })).rejects.toMatchObject({ code: "not_found" });
  const id = await makeSession({}, live);
  await expect(simulateSession(live, { id, scenario: "accepted" })).rejects.toMatchObject({ code: "not_found" });
  const picture = marked(Uint8Array.of(1, 2, 3), "accepted");
  await expect(
    live.vision.document({ front: picture, documentHint: "auto", countryHint: "auto" }),
  ).rejects.toMatchObject({
    code: "model_unavailable",
  });
  const input = JobInput.parse({ metadata: { sandbox_scenario: "accepted" } });
  const events = embeddedEventSink(pool);
  const { jobId } = await startVerification({ ...live, events }, { front: picture, input });
  for (let i = 0; i < 1500; i++) {
    const job = await getJob(live, jobId);
    if (job.status === "completed") break;
    await new Promise((later) => setTimeout(later, 20));
  }
  expect(await getJob(live, jobId)).toMatchObject({ decision: "review", environment: "live" });
}, 30_000);

test("test and live data never meet: neither by id nor in lists nor from the wrong side", async () => {
  const { sessionId, jobId } = await play("accepted");
  await ended(jobId);
  const live: Ctx = { ...ctx, environment: "live" };
  await expect(getSession(live, sessionId)).rejects.toMatchObject({ code: "not_found" });
  await expect(getJob(live, jobId)).rejects.toMatchObject({ code: "not_found" });
  const liveSession = await makeSession({}, live);
  await expect(getSession(ctx, liveSession)).rejects.toMatchObject({ code: "not_found" });
  await expect(simulateSession(ctx, { id: liveSession, scenario: "accepted" })).rejects.toMatchObject({
    code: "not_found",
  });
  const ids = async (of: Ctx) => {
    const api = (await listJobs(of, { limit: 100 })).data.map((job) => job.job_id);
    const screen = (await searchVerifications(of, VerificationFilters.parse({ limit: 100 }))).rows.map((row) => row.id);
    return [...api, ...screen];
  };
  expect(await ids(ctx)).toContain(jobId);
  expect(await ids(live)).not.toContain(jobId);
  const rows = await world.sql<{ environment: string; billed: boolean }>("SELECT environment, billed FROM usage_event");
  expect(rows.filter((row) => row.environment === "test" && row.billed)).toEqual([]);
});

test("a finished session is not played again, and an unknown scenario is answered with those that are known", async () => {
  const { sessionId, jobId } = await play("rejected");
  await ended(jobId);
  await expect(simulateSession(ctx, { id: sessionId, scenario: "accepted" })).rejects.toMatchObject({
    code: "session_finished",
  });
  await expect(simulateSession(ctx, { id: sessionId, scenario: "nonsense" })).rejects.toMatchObject({
    code: "invalid_request",
  });
});
