import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";
import { marked } from "@/server/domain/sandbox/magic-picture";
import { JobInput } from "@/server/domain/scoring/job-result";
import { DEFAULT_WORKFLOW, type WorkflowDefinition } from "@/server/domain/workflow/definition";
import { scriptedVision } from "@/server/jobs/testing/scripted-vision";
import { beginJob } from "@/server/services/jobs/begin-job";
import { decideJob } from "@/server/services/jobs/decide-job";
import { runStep } from "@/server/services/jobs/run-step";
import type { Ctx } from "@/server/services/ports";
import { sandboxed } from "@/server/services/sandbox/sandboxed";
import { getJob } from "@/server/services/verifications/get-job";
import { startVerification } from "@/server/services/verifications/start-verification";
import { discardDraft } from "@/server/services/workflows/discard-draft";
import { publishDraft, revertWorkflow } from "@/server/services/workflows/publish-draft";
import { readWorkflow } from "@/server/services/workflows/read-workflow";
import { saveDraft } from "@/server/services/workflows/save-draft";
import { simulateWorkflow } from "@/server/services/workflows/simulate-workflow";

let world: TestWorld;
let tenant: TestTenant;
let ctx: Ctx;
let id = "";
beforeAll(async () => {
  world = await createTestWorld({ vision: scriptedVision({}) });
  tenant = await world.tenant({ plan: "enterprise" });
  ctx = { ...tenant.ctx, ...sandboxed(world.adapters, "test") };
  id = (await readWorkflow(ctx)).id;
});
afterAll(() => world.drop());

const changed = (part: Partial<WorkflowDefinition>): WorkflowDefinition => ({ ...DEFAULT_WORKFLOW, ...part });
const strict = changed({ thresholds: { ...DEFAULT_WORKFLOW.thresholds, accept: 99 } });
async function start(scenario: string): Promise<string> {
  const picture = marked(Uint8Array.of(1), scenario);
  return (await startVerification(ctx, { live: picture, front: picture, input: JobInput.parse({}) })).jobId;
}
/** The steps of a verification as the durable function runs them, one after the other. */
async function carryOut(jobId: string): Promise<void> {
  for (const step of (await beginJob(ctx, jobId)).steps) await runStep(ctx, { jobId, step });
  await decideJob(ctx, jobId);
}
async function verify(scenario: string): Promise<string> {
  const jobId = await start(scenario);
  await carryOut(jobId);
  return jobId;
}

test("a definition that cannot be run is refused with the place of every fault, and nothing is kept", async () => {
  const condition = { id: "a", on: "field:shoe_size", operator: "below", value: "x", outcome: "review", message: "m" };
  const broken = {
    ...DEFAULT_WORKFLOW,
    steps: ["validate", "ocr"],
    mandatory_fields: ["surname", "shoe_size"],
    conditions: [condition],
  };
  const refusal = saveDraft(ctx, { id, definition: broken });
  await expect(refusal).rejects.toMatchObject({
    code: "invalid_request",
    details: {
      fields: [{ path: "steps.0" }, { path: "mandatory_fields.1" }, { path: "conditions.0.on" }],
    },
  });
  const shapeless = { ...DEFAULT_WORKFLOW, thresholds: { ...DEFAULT_WORKFLOW.thresholds, accept: "high" } };
  await expect(saveDraft(ctx, { id, definition: shapeless })).rejects.toMatchObject({
    details: { fields: [{ path: "thresholds.accept" }] },
  });
  expect((await readWorkflow(ctx)).draft).toBeNull();
});

test("a draft changes nothing that runs; published it is the next version, and what has begun keeps its own", async () => {
  await saveDraft(ctx, { id, definition: strict });
  expect(await readWorkflow(ctx)).toMatchObject({ version: 1, draft: { basedOn: 1, stale: false } });
  const begun = await start("accepted");
  expect(await publishDraft(ctx, { id, note: "Stricter" })).toEqual({ version: 2 });
  await carryOut(begun);
  expect(await getJob(ctx, begun)).toMatchObject({ decision: "accepted", workflow: { version: 1 } });
  const later = await getJob(ctx, await verify("accepted"));
  expect(later).toMatchObject({ decision: "review", workflow: { version: 2 } });
  expect(await readWorkflow(ctx)).toMatchObject({ version: 2, draft: null, history: [{ note: "Stricter" }, {}] });
});

test("an earlier version is taken up again as a new one, and a draft begun before it cannot be published over it", async () => {
  await saveDraft(ctx, { id, definition: strict });
  expect(await revertWorkflow(ctx, { id, version: 1 })).toEqual({ version: 3 });
  const read = await readWorkflow(ctx);
  expect([read.definition, read.history[0].revertsTo, read.history.length]).toEqual([DEFAULT_WORKFLOW, 1, 3]);
  await expect(publishDraft(ctx, { id })).rejects.toMatchObject({ code: "conflict" });
  await discardDraft(ctx, { id });
  await expect(publishDraft(ctx, { id })).rejects.toMatchObject({ code: "not_found" });
});

test("tried on the past, a definition says which decisions would have been others, and writes nothing", async () => {
  const tenantHere = await world.tenant({ plan: "enterprise" });
  const before = ctx;
  ctx = { ...tenantHere.ctx, ...sandboxed(world.adapters, "test") };
  const ids = [await verify("accepted"), await verify("driver_license"), await verify("rejected")];
  const rows = async () => (await world.sql<{ n: string }>("SELECT count(*)::text AS n FROM audit_entry"))[0].n;
  const written = await rows();
  expect(await simulateWorkflow(ctx, { definition: DEFAULT_WORKFLOW })).toMatchObject({ examined: 3, changed: [] });
  const onlyFrance = changed({
    conditions: [
      { id: "france", on: "country", operator: "is_not", value: "FRA", outcome: "reject", message: "France only." },
    ],
  });
  const tried = await simulateWorkflow(ctx, { definition: onlyFrance });
  expect(tried.changed).toMatchObject([
    { jobId: ids[1], before: "accepted", after: "rejected", reason: "France only." },
  ]);
  expect(tried.table.accepted).toEqual({ accepted: 1, review: 0, rejected: 1 });
  const lax = changed({ thresholds: { accept: 40, review: 20, similarity: 0.1, liveness: 0.5 } });
  expect((await simulateWorkflow(ctx, { definition: lax })).changed).toMatchObject([
    { jobId: ids[2], after: "accepted" },
  ]);
  const byRate = changed({ thresholds: { accept: 40, review: 20, fmr: 1e-7, liveness: 0.5 } });
  expect((await simulateWorkflow(ctx, { definition: byRate })).changed.map(({ jobId }) => jobId)).toEqual(
    ids.toReversed(),
  );
  expect(await simulateWorkflow(ctx, { definition: lax, limit: 1 })).toMatchObject({ examined: 1 });
  expect(await rows()).toBe(written);
  ctx = before;
});

test("what a step would have found that never ran is not guessed", async () => {
  const here = await world.tenant({ plan: "enterprise" });
  const own: Ctx = { ...here.ctx, ...sandboxed(world.adapters, "test") };
  const workflow = await readWorkflow(own);
  const withoutFaces = changed({ steps: ["liveness", "ocr", "validate"] });
  await saveDraft(own, { id: workflow.id, definition: withoutFaces });
  await publishDraft(own, { id: workflow.id });
  const before = ctx;
  ctx = own;
  await verify("accepted");
  ctx = before;
  expect(await simulateWorkflow(own, { definition: DEFAULT_WORKFLOW })).toMatchObject({ examined: 1, unknowable: 1 });
  expect(await simulateWorkflow(own, { definition: withoutFaces })).toMatchObject({ unknowable: 0, changed: [] });
});

test("another tenant's workflow is not there, to be drafted, published or reverted", async () => {
  const stranger = (await world.tenant()).ctx;
  for (const attempt of [
    () => saveDraft(stranger, { id, definition: DEFAULT_WORKFLOW }),
    () => publishDraft(stranger, { id }),
    () => revertWorkflow(stranger, { id, version: 1 }),
    () => discardDraft(stranger, { id }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
});
