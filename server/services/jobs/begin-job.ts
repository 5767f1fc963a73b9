import type { StepName } from "@/server/contract/enums";
import type { Ctx } from "@/server/services/ports";

export type RunnableStep = Exclude<StepName, "scoring">;

/**
 * Takes a queued verification into work and tells which steps are to be run, in order; none where it is decided,
 * cancelled or gone. May be called again: what is in work stays in work.
 */
export async function beginJob(ctx: Ctx, jobId: string): Promise<{ readonly steps: readonly RunnableStep[] }> {
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    await tx.job.updateMany({
      where: { id: jobId, status: "queued" },
      data: { status: "processing", started_at: ctx.clock.now() },
    });
    const steps = await tx.jobStep.findMany({
      where: { job_id: jobId, status: { in: ["pending", "running"] }, job: { status: "processing" } },
      orderBy: { position: "asc" },
      select: { name: true },
    });
    return { steps: steps.map(({ name }) => name as StepName).filter((name) => name !== "scoring") };
  });
}
