import { AppError } from "@/server/contract/errors";
import type { OperatorRole } from "@/server/domain/people/permissions";
import { appendOperatorAudit } from "@/server/services/audit/append-audit";
import type { Invited } from "@/server/services/members/invite-member";
import { INVITATION_DAYS, sendInvitation } from "@/server/services/members/send-invitation";
import { tokenHash } from "@/server/services/people/token-hash";
import type { Adapters } from "@/server/services/ports";

/**
 * Invites an address among the operators. An open invitation of the same address is replaced. AppError `conflict` for
 * one who is.
 */
export async function inviteOperator(
  ctx: Pick<Adapters, "database" | "clock" | "ids" | "mailer" | "log"> & { readonly actor: string },
  input: { email: string; role: OperatorRole; baseUrl: string },
): Promise<Invited> {
  const email = input.email.trim().toLowerCase();
  const token = ctx.ids.secret(32);
  const now = ctx.clock.now();
  const invitation = await ctx.database.asPlatform(async (tx) => {
    const there = await tx.user.findUnique({ where: { email }, select: { operator_role: true } });
    if (there?.operator_role) throw new AppError("conflict", { email: "operator" });
    const open = { email, tenant_id: null, accepted_at: null, revoked_at: null };
    await tx.invitation.updateMany({ where: open, data: { revoked_at: now } });
    const made = await tx.invitation.create({
      data: {
        id: ctx.ids.make("ivt"),
        email,
        role: input.role,
        token_hash: tokenHash(token),
        invited_by: ctx.actor,
        sent: 1,
        created_at: now,
        expires_at: new Date(now.getTime() + INVITATION_DAYS * 86_400_000),
      },
    });
    await appendOperatorAudit(ctx, tx, { action: "operator.invited", target: made.id, details: { role: input.role } });
    return made;
  });
  const mail = { invitation, into: "the operators", token, baseUrl: input.baseUrl };
  return { id: invitation.id, mailed: await sendInvitation(ctx, mail) };
}
