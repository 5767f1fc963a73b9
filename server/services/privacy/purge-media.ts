import type { JobEventToSend } from "@/server/services/jobs/job-events";
import { sendEvents } from "@/server/services/jobs/send-events";
import type { Ctx, Tx } from "@/server/services/ports";
import { tellOfErasure } from "@/server/services/privacy/tell-of-erasure";

const BATCH = 500;

/**
 * Removes the objects of media that are marked deleted, and completes the proofs whose last object is gone. An object
 * that the store does not let go stays marked, and the next sweep tries again. Answers how many are gone.
 */
export async function purgeMedia(ctx: Ctx, which: { job_id?: string } = {}): Promise<number> {
  const where = { ...which, deleted_at: { not: null }, purged_at: null };
  const due = await ctx.database.inTenant(ctx.tenantId, (tx) =>
    tx.media.findMany({ where, select: { id: true, storage_key: true }, orderBy: { id: "asc" }, take: BATCH }),
  );
  const gone: string[] = [];
  for (const { id, storage_key } of due) {
    try {
      await ctx.objects.delete(storage_key);
      gone.push(id);
    } catch (error) {
      const fields = { trace_id: ctx.traceId, media_id: id, error: (error as Error).name };
      ctx.log.warn(fields, "a deleted picture's object is still in the store; the sweep tries again");
    }
  }
  const told = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    await tx.media.updateMany({
      where: { id: { in: gone } },
      data: { purged_at: ctx.clock.now(), file_sign_sealed: null },
    });
    return completeProofs(ctx, tx);
  });
  await sendEvents(ctx, told);
  return gone.length;
}

async function completeProofs(ctx: Ctx, tx: Tx): Promise<readonly JobEventToSend[]> {
  const done = await tx.$queryRaw<{ id: string }[]>`
    UPDATE erasure SET completed_at = ${ctx.clock.now()}
    WHERE tenant_id = ${ctx.tenantId} AND completed_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM media WHERE media.purged_at IS NULL
        AND (media.job_id = erasure.target OR media.session_id = erasure.target))
    RETURNING id`;
  const due: JobEventToSend[] = [];
  for (const { id } of done) {
    const proof = await tx.erasure.findUniqueOrThrow({ where: { id } });
    due.push(...(await tellOfErasure(ctx, tx, "erasure.completed", proof)));
  }
  return due;
}
