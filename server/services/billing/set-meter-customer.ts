import { AppError } from "@/server/contract/errors";
import { appendOperatorAudit } from "@/server/services/audit/append-audit";
import type { Adapters } from "@/server/services/ports";

/**
 * Says under which customer the billing service knows a tenant; calls from then on are told there. AppError
 * `not_found`.
 */
export async function setMeterCustomer(
  ctx: Pick<Adapters, "database" | "clock" | "ids"> & { readonly actor: string },
  { tenantId, customerId }: { readonly tenantId: string; readonly customerId: string | null },
): Promise<void> {
  await ctx.database.asPlatform(async (tx) => {
    const { count } = await tx.tenant.updateMany({ where: { id: tenantId }, data: { stripe_customer_id: customerId } });
    if (count === 0) throw new AppError("not_found", { tenant_id: tenantId });
    const details = { customer: customerId };
    await appendOperatorAudit(ctx, tx, { action: "tenant.meter_customer", target: tenantId, details });
  });
}
