import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx, DataKey } from "@/server/services/ports";

/** The bytes of a stored picture, opened with its owner's data key. Throws where the object is gone or was altered. */
export async function readMedia(
  ctx: Ctx,
  key: DataKey,
  media: { readonly id: string; readonly storage_key: string },
): Promise<Uint8Array> {
  const sealed = await ctx.objects.get(media.storage_key);
  return ctx.keys.open(key, sealed, sealContext("media", "object", media.id));
}
