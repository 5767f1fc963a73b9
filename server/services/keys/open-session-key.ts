import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import type { Ctx, DataKey, Tx } from "@/server/services/ports";

/** A hosted session's own data key; undefined once it was destroyed. */
export async function openSessionKey(
  ctx: Ctx,
  tx: Tx,
  session: { readonly data_key_sealed: Uint8Array | null },
): Promise<DataKey | undefined> {
  if (!session.data_key_sealed) return undefined;
  return ctx.keys.openDataKey(session.data_key_sealed, await openTenantKey(ctx, tx));
}
