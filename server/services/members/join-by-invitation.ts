import type { Invitation } from "@/prisma/generated/client";
import { AppError } from "@/server/contract/errors";
import { appendAudit, appendOperatorAudit } from "@/server/services/audit/append-audit";
import type { Adapters, Tx } from "@/server/services/ports";

/**
 * Takes an invitation up for a person, in the caller's (platform's) transaction: a membership with its role, or a place
 * among the operators. A member who is there keeps their role. AppError `session_expired` where another was quicker.
 */
export async function joinByInvitation(
  ctx: Pick<Adapters, "clock" | "ids">,
  tx: Tx,
  invitation: Invitation,
  userId: string,
): Promise<void> {
  const now = ctx.clock.now();
  const open = { id: invitation.id, accepted_at: null, revoked_at: null, expires_at: { gt: now } };
  const { count } = await tx.invitation.updateMany({ where: open, data: { accepted_at: now } });
  if (count === 0) throw new AppError("session_expired");
  const { tenant_id, role } = invitation;
  const event = { target: userId, details: { role, invitation: invitation.id } };
  if (tenant_id === null) {
    await tx.user.update({ where: { id: userId }, data: { operator_role: role } });
    await appendOperatorAudit({ ...ctx, actor: userId }, tx, { action: "operator.joined", ...event });
    return;
  }
  const membership = { tenant_id, user_id: userId };
  await tx.member.upsert({
    where: { tenant_id_user_id: membership },
    create: { ...membership, role, created_at: now },
    update: {},
  });
  await appendAudit({ ...ctx, actor: userId, tenantId: tenant_id }, tx, { action: "member.joined", ...event });
}
