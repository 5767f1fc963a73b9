import { AppError } from "@/server/contract/errors";
import { appendAudit } from "@/server/services/audit/append-audit";
import type { Ctx } from "@/server/services/ports";

/** The link stops working. AppError `not_found` where nothing is open under the id. */
export async function revokeInvitation(ctx: Ctx, input: { id: string }): Promise<void> {
  await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const where = { id: input.id, accepted_at: null, revoked_at: null };
    const { count } = await tx.invitation.updateMany({ where, data: { revoked_at: ctx.clock.now() } });
    if (count === 0) throw new AppError("not_found", { invitation_id: input.id });
    await appendAudit(ctx, tx, { action: "member.invitation_revoked", target: input.id });
  });
}
