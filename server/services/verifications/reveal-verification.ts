import { AppError } from "@/server/contract/errors";
import type { JobView } from "@/server/contract/v1/kyc";
import { appendAudit } from "@/server/services/audit/append-audit";
import type { Ctx } from "@/server/services/ports";
import { viewJob } from "@/server/services/verifications/view-job";

/** A verification with the person's data in clear; that it was looked at, and by whom, is written to the audit. */
export async function revealVerification(ctx: Ctx, input: { id: string }): Promise<JobView> {
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const where = { id: input.id, environment: ctx.environment };
    const job = await tx.job.findFirst({ where, include: { steps: true } });
    if (!job) throw new AppError("not_found", { job_id: input.id });
    const view = await viewJob(ctx, tx, job);
    await appendAudit(ctx, tx, { action: "job.revealed", target: job.id });
    return view;
  });
}
