import { AppError } from "@/server/contract/errors";
import { accessPolicyOf } from "@/server/domain/people/access-policy";
import { requestApproval } from "@/server/services/approvals/request-approval";
import type { Ctx } from "@/server/services/ports";
import { decideVerification } from "@/server/services/verifications/decide-verification";

/** `waiting` for a second person, or done at once where the tenant does not ask for four eyes. */
export type Outcome = "waiting" | "done";

/** Accepts a verification that was rejected. AppError `conflict` for one that was not; `not_found`. */
export async function overrideVerification(ctx: Ctx, input: { id: string; note: string }): Promise<Outcome> {
  const { id, note } = input;
  const fourEyes = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const job = await tx.job.findFirst({ where: { id, environment: ctx.environment } });
    if (!job) throw new AppError("not_found", { job_id: id });
    if (job.status !== "completed" || job.decision !== "rejected" || job.erased_at) {
      throw new AppError("conflict", { decision: job.decision });
    }
    const { settings } = await tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenantId }, select: { settings: true } });
    return accessPolicyOf(settings).four_eyes;
  });
  if (fourEyes) {
    await requestApproval(ctx, "tenant", { kind: "verification.override", subject: id, input: { note } });
    return "waiting";
  }
  await decideVerification(ctx, { id, decision: "accepted", note, from: "rejected" });
  return "done";
}
