import { AppError } from "@/server/contract/errors";
import { appendAudit } from "@/server/services/audit/append-audit";
import { sendEvents } from "@/server/services/jobs/send-events";
import { openJobKey } from "@/server/services/keys/open-job-key";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx } from "@/server/services/ports";
import { viewJob } from "@/server/services/verifications/view-job";
import { writeOutbox } from "@/server/services/webhooks/write-outbox";

/**
 * A reviewer's decision on a verification that waits for one (or, `from` a rejection, its override), with a note that
 * is sealed like the rest. AppError `conflict` where nothing waits: another reviewer was quicker, or the workflow
 * decided.
 */
export async function decideVerification(
  ctx: Ctx,
  input: { id: string; decision: "accepted" | "rejected"; note: string; from?: "review" | "rejected" },
): Promise<void> {
  const { from = "review" } = input;
  const events = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const where = { id: input.id, environment: ctx.environment };
    const found = await tx.job.findFirst({ where });
    if (!found) throw new AppError("not_found", { job_id: input.id });
    const key = await openJobKey(ctx, tx, found);
    const now = ctx.clock.now();
    const { count } = await tx.job.updateMany({
      where: { ...where, status: "completed", decision: from },
      data: {
        decision: input.decision,
        reviewed_by: ctx.actor,
        reviewed_at: now,
        review_note_sealed: await ctx.keys.seal(key, input.note, sealContext("job", "review_note_sealed", found.id)),
      },
    });
    if (count === 0) throw new AppError("conflict", { decision: found.decision });
    await tx.session.updateMany({
      where: { job_id: found.id },
      data: { status: input.decision, decision: input.decision },
    });
    const job = await tx.job.findUniqueOrThrow({ where: { id: found.id }, include: { steps: true } });
    const data = await viewJob(ctx, tx, job);
    const details = { decision: input.decision, decision_before: from };
    await appendAudit(ctx, tx, { action: "job.reviewed", target: job.id, details });
    return writeOutbox(ctx, tx, { type: "job.reviewed", subjectId: job.id, data, key });
  });
  await sendEvents(ctx, events);
}
