import { AppError } from "@/server/contract/errors";
import { appendAudit, appendOperatorAudit } from "@/server/services/audit/append-audit";
import type { Adapters, Tx } from "@/server/services/ports";

type OperatorCtx = Pick<Adapters, "clock" | "ids"> & { readonly actor: string };

/**
 * Puts a tenant on another plan from now on, in the caller's (platform's) transaction: calls until now cost what the
 * old plan says, and the fee is shared by time. Quotas and rates follow at once. Nothing where it is on that plan
 * already. AppError `not_found`; `invalid_request` where the plan is in another currency, since a month has one
 * invoice.
 */
export async function changePlan(
  ctx: OperatorCtx,
  tx: Tx,
  { tenantId, planId }: { readonly tenantId: string; readonly planId: string },
): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM tenant WHERE id = ${tenantId} FOR UPDATE`;
  const tenant = await tx.tenant.findUnique({ where: { id: tenantId }, include: { plan: true } });
  if (!tenant) throw new AppError("not_found", { tenant_id: tenantId });
  const plan = await tx.plan.findUnique({ where: { id: planId } });
  if (!plan) throw new AppError("not_found", { plan_id: planId });
  if (plan.id === tenant.plan_id) return;
  if (plan.currency !== tenant.plan.currency) {
    const message = `The plan is in ${plan.currency}, the tenant's invoices are in ${tenant.plan.currency}.`;
    throw new AppError("invalid_request", { fields: [{ path: "plan", message }] });
  }
  const change = { from_plan_id: tenant.plan_id, to_plan_id: plan.id };
  await tx.planChange.create({
    data: { tenant_id: tenantId, at: ctx.clock.now(), ...change, changed_by: ctx.actor },
  });
  await tx.tenant.update({ where: { id: tenantId }, data: { plan_id: plan.id } });
  const event = { action: "plan.changed", target: tenantId, details: change };
  await appendAudit({ ...ctx, tenantId }, tx, event);
  await appendOperatorAudit(ctx, tx, event);
}
