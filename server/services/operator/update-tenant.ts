import { AppError } from "@/server/contract/errors";
import { appendOperatorAudit } from "@/server/services/audit/append-audit";
import type { Adapters } from "@/server/services/ports";

/** Changes a tenant's plan and status; a suspended tenant's keys are refused from the next request on. */
export async function updateTenant(
  ctx: Pick<Adapters, "database" | "clock" | "ids"> & { readonly actor: string },
  input: { id: string; planId: string; status: "active" | "suspended" },
): Promise<void> {
  await ctx.database.asPlatform(async (tx) => {
    const tenant = await tx.tenant.findUnique({ where: { id: input.id } });
    if (!tenant) throw new AppError("not_found", { tenant_id: input.id });
    const plan = await tx.plan.findUnique({ where: { id: input.planId } });
    if (!plan) throw new AppError("not_found", { plan_id: input.planId });
    await tx.tenant.update({ where: { id: tenant.id }, data: { plan_id: plan.id, status: input.status } });
    const details = { plan: plan.id, plan_before: tenant.plan_id, status: input.status, status_before: tenant.status };
    await appendOperatorAudit(ctx, tx, { action: "tenant.updated", target: tenant.id, details });
  });
}
