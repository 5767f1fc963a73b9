import { AppError } from "@/server/contract/errors";
import { appendAudit } from "@/server/services/audit/append-audit";
import type { Ctx } from "@/server/services/ports";

/** Deletes an enrolled face with the key of its template. AppError `not_found`. */
export async function deleteFace(ctx: Ctx, id: string): Promise<{ face_id: string; deleted: true }> {
  await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const where = { id, tenant_id: ctx.tenantId, environment: ctx.environment };
    const { count } = await tx.face.deleteMany({ where });
    if (count === 0) throw new AppError("not_found", { face_id: id.slice(0, 100) });
    await appendAudit(ctx, tx, { action: "face.deleted", target: id });
  });
  return { face_id: id, deleted: true };
}
