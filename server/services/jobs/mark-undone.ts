import type { RunnableStep } from "@/server/services/jobs/begin-job";
import type { Ctx } from "@/server/services/ports";

/** Notes that a step was given up after its last try. The decision will be a person's. */
export async function markUndone(ctx: Ctx, { jobId, step }: { jobId: string; step: RunnableStep }): Promise<void> {
  await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const where = { job_id: jobId, name: step, status: { in: ["pending", "running"] } };
    await tx.jobStep.updateMany({
      where: { ...where, error: null },
      data: { error: "internal_error" },
    });
    await tx.jobStep.updateMany({ where, data: { status: "undone", finished_at: ctx.clock.now() } });
  });
  ctx.log.error({ trace_id: ctx.traceId, job_id: jobId, step_name: step }, "step given up");
}
