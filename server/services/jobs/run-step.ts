import { AppError } from "@/server/contract/errors";
import { scenarioIdIn } from "@/server/domain/sandbox/magic-values";
import type { RunnableStep } from "@/server/services/jobs/begin-job";
import {
  openMaterial,
  type StepMaterial,
  type StepResult,
  type StepRunner,
} from "@/server/services/jobs/step-material";
import { runFaceMatchStep } from "@/server/services/jobs/steps/face-match";
import { runKyaStep } from "@/server/services/jobs/steps/kya";
import { runLivenessStep } from "@/server/services/jobs/steps/liveness";
import { runOcrStep } from "@/server/services/jobs/steps/ocr";
import { runValidateStep } from "@/server/services/jobs/steps/validate";
import { sealContext } from "@/server/services/keys/seal-context";
import { storeMedia } from "@/server/services/media/store-media";
import type { Ctx, DataKey } from "@/server/services/ports";
import { playing } from "@/server/services/sandbox/sandboxed";

const RUNNERS: Readonly<Record<RunnableStep, StepRunner>> = {
  liveness: runLivenessStep,
  ocr: runOcrStep,
  validate: runValidateStep,
  face_match: runFaceMatchStep,
  kya: runKyaStep,
};

/** A step that takes longer counts as failed; whatever it computes afterwards is dropped. */
const STEP_DEADLINE_MS = 60_000;

/**
 * Runs one step of a verification and keeps what it found, sealed. Called again it runs again only where no result
 * stands. Throws where the step could not be done this time, with the reason noted on the step.
 */
export async function runStep(
  ctx: Ctx,
  { jobId, step }: { jobId: string; step: RunnableStep },
): Promise<{ readonly status: "done" | "stopped" }> {
  const material = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const opened = await openMaterial(ctx, tx, jobId);
    if (!opened) return "stopped" as const;
    // Another run of the same verification may read this step's output: what is done stays done.
    const { count } = await tx.jobStep.updateMany({
      where: { job_id: jobId, name: step, status: { not: "done" } },
      data: { status: "running", attempts: { increment: 1 }, started_at: ctx.clock.now(), finished_at: null },
    });
    return count === 0 ? ("done" as const) : opened;
  });
  if (typeof material === "string") return { status: material };
  try {
    const result = await withDeadline(RUNNERS[step](eyesOf(ctx, material), material));
    await keepResult(ctx, jobId, step, material.key, result);
    return { status: "done" };
  } catch (error) {
    await noteFailure(ctx, jobId, step, error);
    throw error;
  }
}

/** A test verification whose words name a scenario of the sandbox is seen by it. */
function eyesOf(ctx: Ctx, { input }: StepMaterial): Ctx {
  return ctx.environment === "test" ? playing(ctx, scenarioIdIn(input)) : ctx;
}

async function keepResult(
  ctx: Ctx,
  jobId: string,
  step: RunnableStep,
  key: DataKey,
  { output, media = [] }: StepResult,
): Promise<void> {
  const context = sealContext("job_step", "output_sealed", `${jobId}/${step}`);
  const sealed = await ctx.keys.seal(key, JSON.stringify(output), context);
  await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    await tx.jobStep.update({
      where: { job_id_name: { job_id: jobId, name: step } },
      data: { status: "done", error: null, output_sealed: sealed, finished_at: ctx.clock.now() },
    });
    if (media.length === 0) return;
    const kinds = media.map(({ kind }) => kind);
    const old = await tx.media.findMany({ where: { job_id: jobId, kind: { in: kinds }, deleted_at: null } });
    for (const { id, storage_key } of old) {
      await ctx.objects.delete(storage_key);
      await tx.media.update({ where: { id }, data: { deleted_at: ctx.clock.now() } });
    }
    for (const one of media) await storeMedia(ctx, tx, key, { ...one, owner: { jobId } });
  });
}

async function noteFailure(ctx: Ctx, jobId: string, step: RunnableStep, error: unknown): Promise<void> {
  const refused = error instanceof AppError ? error : undefined;
  const code = refused?.code ?? "internal_error";
  const why = refused ? { details: refused.details } : { cause: error };
  ctx.log.warn({ trace_id: ctx.traceId, job_id: jobId, step_name: step, code, ...why }, "step failed");
  await ctx.database.inTenant(ctx.tenantId, (tx) =>
    tx.jobStep.updateMany({
      where: { job_id: jobId, name: step, status: "running" },
      data: { error: code, finished_at: ctx.clock.now() },
    }),
  );
}

async function withDeadline<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new AppError("overloaded", { reason: "step_deadline" })), STEP_DEADLINE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
