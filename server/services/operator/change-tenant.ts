import { AppError } from "@/server/contract/errors";
import { isDowngrade, type PlanLimits } from "@/server/domain/people/plan-change";
import { requestApproval } from "@/server/services/approvals/request-approval";
import { updateTenant } from "@/server/services/operator/update-tenant";
import type { Ctx } from "@/server/services/ports";

/**
 * Changes a tenant's plan and status. Where `fourEyes` are asked for, a smaller plan waits for a second operator;
 * suspending never waits. `ctx.tenantId` is not looked at. AppError `not_found`, `conflict` where the same waits
 * already.
 */
export async function changeTenant(
  ctx: Ctx,
  input: { id: string; planId: string; status: "active" | "suspended"; note: string; fourEyes: boolean },
): Promise<"waiting" | "done"> {
  const { id, planId, status, note } = input;
  const smaller = await ctx.database.asPlatform(async (tx) => {
    const tenant = await tx.tenant.findUnique({ where: { id }, include: { plan: true } });
    if (!tenant) throw new AppError("not_found", { tenant_id: id });
    const plan = await tx.plan.findUnique({ where: { id: planId } });
    if (!plan) throw new AppError("not_found", { plan_id: planId });
    return isDowngrade(limitsOf(tenant.plan), limitsOf(plan));
  });
  if (!smaller || !input.fourEyes) {
    await updateTenant(ctx, { id, planId, status });
    return "done";
  }
  await requestApproval(ctx, "operator", { kind: "tenant.downgrade", subject: id, input: { planId, status, note } });
  return "waiting";
}

function limitsOf(plan: { quotas: unknown; rate_minute: number; rate_day: number }): PlanLimits {
  return { quotas: plan.quotas as PlanLimits["quotas"], rateMinute: plan.rate_minute, rateDay: plan.rate_day };
}
