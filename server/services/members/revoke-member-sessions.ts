import { AppError } from "@/server/contract/errors";
import { appendAudit } from "@/server/services/audit/append-audit";
import { mayGive } from "@/server/services/members/may-give";
import { endSessions } from "@/server/services/people/revoke-sessions";
import type { Ctx } from "@/server/services/ports";

/** Signs a member out everywhere, at once. AppError `not_found`; `forbidden` for an owner's where the asker is none. */
export async function revokeMemberSessions(
  ctx: Ctx,
  input: { userId: string; by: { role: string } },
): Promise<{ readonly revoked: number }> {
  const { userId } = input;
  return ctx.database.asPlatform(async (tx) => {
    const where = { tenant_id_user_id: { tenant_id: ctx.tenantId, user_id: userId } };
    const member = await tx.member.findUnique({ where });
    if (!member) throw new AppError("not_found", { user_id: userId });
    mayGive(input.by.role, member.role);
    const revoked = await endSessions(tx, ctx.clock.now(), { user_id: userId });
    await appendAudit(ctx, tx, { action: "member.sessions_revoked", target: userId, details: { sessions: revoked } });
    return { revoked };
  });
}
