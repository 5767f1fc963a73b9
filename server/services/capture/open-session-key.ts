import type { Session } from "@/prisma/generated/client";
import { AppError } from "@/server/contract/errors";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import type { Ctx, DataKey, Tx } from "@/server/services/ports";

/** A session's data key and its sealed form, which the verification takes over. AppError `not_found` once destroyed. */
export async function openSessionKey(
  ctx: Ctx,
  tx: Tx,
  session: Session,
): Promise<{ key: DataKey; sealed: Uint8Array<ArrayBuffer> }> {
  const sealed = session.data_key_sealed;
  if (!sealed) throw new AppError("not_found", { reason: "erased" });
  return { key: await ctx.keys.openDataKey(sealed, await openTenantKey(ctx, tx)), sealed };
}
