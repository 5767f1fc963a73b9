import { AppError } from "@/server/contract/errors";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import type { Ctx, DataKey, Tx } from "@/server/services/ports";

/**
 * A verification's own data key, unwrapped by the tenant's. AppError `not_found` once the key was destroyed (erasure).
 */
export async function openJobKey(ctx: Ctx, tx: Tx, job: { data_key_sealed: Uint8Array | null }): Promise<DataKey> {
  if (!job.data_key_sealed) throw new AppError("not_found", { reason: "erased" });
  return ctx.keys.openDataKey(job.data_key_sealed, await openTenantKey(ctx, tx));
}
