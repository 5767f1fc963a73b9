import type { Ctx, Tx } from "@/server/services/ports";

/**
 * Marks pictures that were taken again as deleted; answers their places in the store, to be emptied after the commit.
 */
export async function dropMedia(ctx: Ctx, tx: Tx, ids: readonly string[]): Promise<string[]> {
  const where = { tenant_id: ctx.tenantId, id: { in: [...ids] }, deleted_at: null };
  const old = await tx.media.findMany({ where, select: { storage_key: true } });
  await tx.media.updateMany({ where, data: { deleted_at: ctx.clock.now() } });
  return old.map((media) => media.storage_key);
}

/** Empties places in the store. One that fails is left to the sweep: its row says that it is deleted. */
export async function emptyPlaces(ctx: Ctx, places: readonly string[]): Promise<void> {
  for (const place of places) {
    await ctx.objects.delete(place).catch((error: unknown) => {
      ctx.log.warn({ trace_id: ctx.traceId, error: (error as Error).name }, "a replaced picture stays in the store");
    });
  }
}
