import { AppError } from "@/server/contract/errors";
import { allowsLess, type OwnLimits } from "@/server/domain/limits/own-limits";
import { limitsOf } from "@/server/domain/limits/request-limits";
import { requestApproval } from "@/server/services/approvals/request-approval";
import { refuseLimitMistakes, setLimits } from "@/server/services/operator/set-limits";
import type { Ctx } from "@/server/services/ports";

/**
 * Changes a tenant's own limits of requests. Where `fourEyes` are asked for, limits that allow less than those now wait
 * for a second operator, as a smaller plan does. AppError `not_found`, `invalid_request`, `conflict` where the same
 * waits already.
 */
export async function changeLimits(
  ctx: Ctx,
  input: { readonly tenantId: string; readonly own: OwnLimits; readonly note: string; readonly fourEyes: boolean },
): Promise<"waiting" | "done"> {
  const { tenantId, own, note } = input;
  const less = await ctx.database.asPlatform(async (tx) => {
    const tenant = await tx.tenant.findUnique({ where: { id: tenantId }, include: { plan: true } });
    if (!tenant) throw new AppError("not_found", { tenant_id: tenantId });
    const after = limitsOf(tenant.plan, own);
    refuseLimitMistakes(own, after);
    return allowsLess(limitsOf(tenant.plan, tenant.rates), after);
  });
  if (!less || !input.fourEyes) {
    await setLimits(ctx, { tenantId, own });
    return "done";
  }
  await requestApproval(ctx, "operator", { kind: "tenant.limits", subject: tenantId, input: { own, note } });
  return "waiting";
}
