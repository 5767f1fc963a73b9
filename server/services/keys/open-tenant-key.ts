import { AppError } from "@/server/contract/errors";
import type { Ctx, DataKey, Tx } from "@/server/services/ports";

/** The tenant's data key, unwrapped by the master key. AppError `not_found` where the tenant is not there. */
export async function openTenantKey(ctx: Ctx, tx: Tx): Promise<DataKey> {
  const tenant = await tx.tenant.findUnique({ where: { id: ctx.tenantId }, select: { data_key_sealed: true } });
  if (!tenant) throw new AppError("not_found", { tenant: ctx.tenantId });
  return ctx.keys.openDataKey(tenant.data_key_sealed, "master");
}
