import { AppError } from "@/server/contract/errors";
import type { Role } from "@/server/domain/people/permissions";
import { appendAudit } from "@/server/services/audit/append-audit";
import { mayGive } from "@/server/services/members/may-give";
import { INVITATION_DAYS, sendInvitation } from "@/server/services/members/send-invitation";
import { tokenHash } from "@/server/services/people/token-hash";
import type { Ctx } from "@/server/services/ports";

export interface Invited {
  readonly id: string;
  /** False where the mail could not be sent; it can be sent again. */
  readonly mailed: boolean;
}

/**
 * Invites an address into the tenant with a role. An open invitation of the same address is replaced. AppError
 * `conflict` for somebody who is a member, `forbidden` for a role above the inviter's own.
 */
export async function inviteMember(
  ctx: Ctx,
  input: { email: string; role: Role; by: { role: string }; baseUrl: string },
): Promise<Invited> {
  const email = input.email.trim().toLowerCase();
  mayGive(input.by.role, input.role);
  const token = ctx.ids.secret(32);
  const { invitation, into } = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    if ((await tx.member.count({ where: { user: { email } } })) > 0)
      throw new AppError("conflict", { email: "member" });
    const now = ctx.clock.now();
    const open = { email, tenant_id: ctx.tenantId, accepted_at: null, revoked_at: null };
    await tx.invitation.updateMany({ where: open, data: { revoked_at: now } });
    const invitation = await tx.invitation.create({
      data: {
        id: ctx.ids.make("ivt"),
        tenant_id: ctx.tenantId,
        email,
        role: input.role,
        token_hash: tokenHash(token),
        invited_by: ctx.actor,
        sent: 1,
        created_at: now,
        expires_at: new Date(now.getTime() + INVITATION_DAYS * 86_400_000),
      },
    });
    const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenantId }, select: { name: true } });
    await appendAudit(ctx, tx, { action: "member.invited", target: invitation.id, details: { role: input.role } });
    return { invitation, into: tenant.name };
  });
  return { id: invitation.id, mailed: await sendInvitation(ctx, { invitation, into, token, baseUrl: input.baseUrl }) };
}
