import { type Decision, StepName } from "@/server/contract/enums";
import { PricedModule } from "@/server/domain/billing/price-list";
import type { JobResult } from "@/server/domain/scoring/job-result";
import { type ScoredVerification, scoreVerification } from "@/server/domain/scoring/score-verification";
import { appendAudit } from "@/server/services/audit/append-audit";
import { closeSession } from "@/server/services/jobs/close-session";
import type { JobEventToSend } from "@/server/services/jobs/job-events";
import { sendEvents } from "@/server/services/jobs/send-events";
import { openMaterial, type StepMaterial } from "@/server/services/jobs/step-material";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx, Tx } from "@/server/services/ports";
import { recordUsage } from "@/server/services/usage/record-usage";
import { quotaPeriod, returnQuota } from "@/server/services/usage/take-quota";
import { viewJob } from "@/server/services/verifications/view-job";
import { writeOutbox } from "@/server/services/webhooks/write-outbox";

/**
 * Scores and decides a verification: result, usage, audit entry, session and events in one transaction, once. Called
 * again it answers what stands. A step that is neither done nor skipped counts as undone.
 */
export async function decideJob(ctx: Ctx, jobId: string): Promise<{ readonly decision: Decision | null }> {
  const started = ctx.clock.now();
  const { decision, events } = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM job WHERE id = ${jobId} FOR UPDATE`;
    const material = await openMaterial(ctx, tx, jobId);
    if (!material) return { decision: await standingDecision(tx, jobId), events: [] };
    const steps = await tx.jobStep.findMany({ where: { job_id: jobId, name: { not: "scoring" } } });
    const asked = new Set(steps.filter(({ status }) => status !== "skipped").map(({ name }) => StepName.parse(name)));
    const undone = [...asked].filter((name) => !Object.hasOwn(material.outputs, name));
    const { workflow, outputs, today } = material;
    const scored = scoreVerification({ workflow, asked: new Set([...asked, "scoring"]), outputs, undone, today });
    await keepDecision(ctx, tx, material, scored, started);
    await meter(ctx, tx, jobId, {
      parts: PricedModule.options.filter((part) => asked.has(part)),
      failed: undone.length > 0,
    });
    const { decision: made, score } = scored;
    const events = await tellOthers(ctx, tx, material, made);
    await appendAudit(ctx, tx, { action: "job.decided", target: jobId, details: { decision: made, score, undone } });
    return { decision: made, events };
  });
  await sendEvents(ctx, events);
  return { decision };
}

async function standingDecision(tx: Tx, jobId: string): Promise<Decision | null> {
  const job = await tx.job.findUnique({ where: { id: jobId }, select: { decision: true } });
  return (job?.decision ?? null) as Decision | null;
}

async function keepDecision(
  ctx: Ctx,
  tx: Tx,
  { jobId, key, outputs }: StepMaterial,
  { decision, score, factors, reasons }: ScoredVerification,
  started: Date,
): Promise<void> {
  const { liveness, ocr, validate, face_match: match } = outputs;
  const models = [liveness, ocr, match].flatMap((output) => output?.models ?? []);
  const result: JobResult = {
    decision,
    score,
    factors,
    reasons,
    detected: ocr?.detected ?? null,
    fields: ocr?.fields ?? null,
    evidence: ocr?.evidence ?? [],
    quality: ocr?.quality ?? null,
    checks: validate?.checks ?? [],
    models: [...new Map(models.map((model) => [`${model.id} ${model.version}`, model])).values()],
  };
  const seal = (text: string, column: string) => ctx.keys.seal(key, text, sealContext("job", column, jobId));
  const title = [ocr?.fields.given_names, ocr?.fields.surname].filter((part) => part).join(" ");
  const now = ctx.clock.now();
  await tx.jobStep.updateMany({
    where: { job_id: jobId, name: "scoring" },
    data: { status: "done", attempts: { increment: 1 }, started_at: started, finished_at: now },
  });
  await tx.job.update({
    where: { id: jobId },
    data: {
      status: "completed",
      decision,
      score,
      document_type: ocr?.detected.type ?? null,
      country: ocr?.detected.country ?? null,
      result_sealed: await seal(JSON.stringify(result), "result_sealed"),
      title_sealed: title === "" ? null : await seal(title, "title_sealed"),
      completed_at: now,
    },
  });
}

/**
 * One call of the workflow with the modules that ran, under the verification's own id; one that we could not carry out
 * whole is given back.
 */
async function meter(
  ctx: Ctx,
  tx: Tx,
  jobId: string,
  { parts, failed }: { readonly parts: readonly PricedModule[]; readonly failed: boolean },
): Promise<void> {
  const job = await tx.job.findUniqueOrThrow({ where: { id: jobId }, select: { key_id: true, created_at: true } });
  if (failed) await returnQuota(ctx, tx, "workflow", quotaPeriod(job.created_at));
  else await recordUsage(ctx, tx, { module: "workflow", sourceId: jobId, keyId: job.key_id, parts });
}

async function tellOthers(
  ctx: Ctx,
  tx: Tx,
  { jobId, key }: StepMaterial,
  decision: Decision,
): Promise<readonly JobEventToSend[]> {
  const job = await tx.job.findUniqueOrThrow({ where: { id: jobId }, include: { steps: true } });
  const data = await viewJob(ctx, tx, job);
  const own = await writeOutbox(ctx, tx, { type: "job.completed", subjectId: jobId, data, key });
  return [...own, ...(await closeSession(ctx, tx, jobId, decision))];
}
