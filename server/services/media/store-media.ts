import { sealContext } from "@/server/services/keys/seal-context";
import { objectHome } from "@/server/services/media/object-home";
import type { Ctx, DataKey, InspectedImage, Tx } from "@/server/services/ports";

export interface NewMedia {
  /** Whose data key seals it: a verification or a capture session. */
  readonly owner: { readonly jobId: string } | { readonly sessionId: string };
  readonly kind: "live" | "frame" | "front" | "back" | "portrait" | "rectified";
  /** Order among pictures of one kind. */
  readonly position?: number;
  /** Milliseconds from the first frame of a capture. */
  readonly tMs?: number;
  readonly image: InspectedImage;
}

/**
 * Seals a picture under its owner's data key, puts it into the object store and notes it. The row is written in the
 * caller's transaction: an object whose row was rolled back is unreadable rubbish that the sweep removes.
 */
export async function storeMedia(ctx: Ctx, tx: Tx, key: DataKey, media: NewMedia): Promise<string> {
  const id = ctx.ids.make("med");
  const ownerId = "jobId" in media.owner ? media.owner.jobId : media.owner.sessionId;
  const storageKey = `${await objectHome(ctx, tx)}${ctx.tenantId}/${ownerId}/${id}`;
  const sealed = await ctx.keys.seal(key, media.image.bytes, sealContext("media", "object", id));
  await ctx.objects.put(storageKey, sealed);
  const { fileSign } = media.image;
  const signContext = sealContext("media", "file_sign_sealed", id);
  await tx.media.create({
    data: {
      id,
      tenant_id: ctx.tenantId,
      job_id: "jobId" in media.owner ? media.owner.jobId : null,
      session_id: "sessionId" in media.owner ? media.owner.sessionId : null,
      kind: media.kind,
      position: media.position ?? 0,
      mime: media.image.mime,
      bytes: media.image.bytes.byteLength,
      width: media.image.width,
      height: media.image.height,
      storage_key: storageKey,
      file_sign_sealed: fileSign ? await ctx.keys.seal(key, JSON.stringify(fileSign), signContext) : null,
      t_ms: media.tMs === undefined ? null : Math.round(media.tMs),
    },
  });
  return id;
}
