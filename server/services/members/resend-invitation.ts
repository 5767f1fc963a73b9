import { AppError } from "@/server/contract/errors";
import { appendAudit } from "@/server/services/audit/append-audit";
import type { Invited } from "@/server/services/members/invite-member";
import { INVITATION_DAYS, sendInvitation } from "@/server/services/members/send-invitation";
import { tokenHash } from "@/server/services/people/token-hash";
import type { Ctx } from "@/server/services/ports";

/** A new link for an invitation that was not taken up; the one sent before stops working. AppError `not_found`. */
export async function resendInvitation(ctx: Ctx, input: { id: string; baseUrl: string }): Promise<Invited> {
  const token = ctx.ids.secret(32);
  const now = ctx.clock.now();
  const { invitation, into } = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const where = { id: input.id, accepted_at: null, revoked_at: null };
    const expires_at = new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
    const data = { token_hash: tokenHash(token), expires_at, sent: { increment: 1 } };
    const { count } = await tx.invitation.updateMany({ where, data });
    if (count === 0) throw new AppError("not_found", { invitation_id: input.id });
    const invitation = await tx.invitation.findUniqueOrThrow({ where: { id: input.id } });
    const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenantId }, select: { name: true } });
    await appendAudit(ctx, tx, { action: "member.invited_again", target: invitation.id });
    return { invitation, into: tenant.name };
  });
  return { id: invitation.id, mailed: await sendInvitation(ctx, { invitation, into, token, baseUrl: input.baseUrl }) };
}
