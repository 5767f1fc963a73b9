import { AppError } from "@/server/contract/errors";
import { appendOperatorAudit } from "@/server/services/audit/append-audit";
import { changePlan } from "@/server/services/billing/change-plan";
import type { Adapters } from "@/server/services/ports";

/** Changes a tenant's plan and status; a suspended tenant's keys are refused from the next request on. */
export async function updateTenant(
  ctx: Pick<Adapters, "database" | "clock" | "ids"> & { readonly actor: string },
  input: { id: string; planId: string; status: "active" | "suspended" },
): Promise<void> {
  await ctx.database.asPlatform(async (tx) => {
    const tenant = await tx.tenant.findUnique({ where: { id: input.id } });
    if (!tenant) throw new AppError("not_found", { tenant_id: input.id });
    await changePlan(ctx, tx, { tenantId: tenant.id, planId: input.planId });
    await tx.tenant.update({ where: { id: tenant.id }, data: { status: input.status } });
    const details = {
      plan: input.planId,
      plan_before: tenant.plan_id,
      status: input.status,
      status_before: tenant.status,
    };
    await appendOperatorAudit(ctx, tx, { action: "tenant.updated", target: tenant.id, details });
  });
}
