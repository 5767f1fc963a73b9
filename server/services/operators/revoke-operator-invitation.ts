import { AppError } from "@/server/contract/errors";
import { appendOperatorAudit } from "@/server/services/audit/append-audit";
import type { Adapters } from "@/server/services/ports";

/** The link stops working. AppError `not_found` where nothing is open under the id. */
export async function revokeOperatorInvitation(
  ctx: Pick<Adapters, "database" | "clock" | "ids"> & { readonly actor: string },
  input: { id: string },
): Promise<void> {
  await ctx.database.asPlatform(async (tx) => {
    const where = { id: input.id, tenant_id: null, accepted_at: null, revoked_at: null };
    const { count } = await tx.invitation.updateMany({ where, data: { revoked_at: ctx.clock.now() } });
    if (count === 0) throw new AppError("not_found", { invitation_id: input.id });
    await appendOperatorAudit(ctx, tx, { action: "operator.invitation_revoked", target: input.id });
  });
}
