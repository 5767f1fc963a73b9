import { AppError } from "@/server/contract/errors";
import type { JobView } from "@/server/contract/v1/kyc";
import type { Ctx } from "@/server/services/ports";
import { viewJob } from "@/server/services/verifications/view-job";

/** One verification of this tenant and environment. AppError `not_found`. */
export async function getJob(ctx: Ctx, id: string): Promise<JobView> {
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const where = { id, tenant_id: ctx.tenantId, environment: ctx.environment };
    const job = await tx.job.findFirst({ where, include: { steps: true } });
    if (!job) throw new AppError("not_found", { job_id: id.slice(0, 100) });
    return viewJob(ctx, tx, job);
  });
}
