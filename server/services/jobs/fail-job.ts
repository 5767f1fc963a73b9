import { appendAudit } from "@/server/services/audit/append-audit";
import { closeSession } from "@/server/services/jobs/close-session";
import { sendEvents } from "@/server/services/jobs/send-events";
import { openJobKey } from "@/server/services/keys/open-job-key";
import type { Ctx } from "@/server/services/ports";
import { quotaPeriod, returnQuota } from "@/server/services/usage/take-quota";
import { viewJob } from "@/server/services/verifications/view-job";
import { writeOutbox } from "@/server/services/webhooks/write-outbox";

/**
 * Ends a verification that could not even be scored: `failed`, never decided by the machine, not billed, told by
 * webhook. A hosted session behind it goes to a person. Nothing where it was decided or cancelled meanwhile.
 */
export async function failJob(ctx: Ctx, jobId: string): Promise<void> {
  const events = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const { count } = await tx.job.updateMany({
      where: { id: jobId, status: { in: ["queued", "processing"] } },
      data: { status: "failed", completed_at: ctx.clock.now() },
    });
    if (count === 0) return [];
    const open = { job_id: jobId, status: { in: ["pending", "running"] } };
    await tx.jobStep.updateMany({ where: open, data: { status: "undone", finished_at: ctx.clock.now() } });
    const job = await tx.job.findUniqueOrThrow({ where: { id: jobId }, include: { steps: true } });
    await returnQuota(ctx, tx, "workflow", quotaPeriod(job.created_at));
    const data = await viewJob(ctx, tx, job);
    const key = await openJobKey(ctx, tx, job);
    const own = await writeOutbox(ctx, tx, { type: "job.failed", subjectId: jobId, data, key });
    const all = [...own, ...(await closeSession(ctx, tx, jobId, "review"))];
    await appendAudit(ctx, tx, { action: "job.failed", target: jobId });
    return all;
  });
  await sendEvents(ctx, events);
}
