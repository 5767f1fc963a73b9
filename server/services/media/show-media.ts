import { AppError } from "@/server/contract/errors";
import { openJobKey } from "@/server/services/keys/open-job-key";
import { readMedia } from "@/server/services/media/read-media";
import type { Ctx } from "@/server/services/ports";

/**
 * A verification's picture for a person who may see it. AppError `not_found` for another tenant's and for an erased
 * one.
 */
export async function showMedia(ctx: Ctx, input: { id: string }): Promise<{ mime: string; bytes: Uint8Array }> {
  const { media, key } = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const found = await tx.media.findFirst({
      where: { id: input.id, deleted_at: null, job: { environment: ctx.environment } },
      include: { job: true },
    });
    if (!found?.job) throw new AppError("not_found", { media_id: input.id });
    return { media: found, key: await openJobKey(ctx, tx, found.job) };
  });
  return { mime: media.mime, bytes: await readMedia(ctx, key, media) };
}
