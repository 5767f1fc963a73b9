import { AppError } from "@/server/contract/errors";
import type { Role } from "@/server/domain/people/permissions";
import { appendAudit } from "@/server/services/audit/append-audit";
import { lockMember } from "@/server/services/members/lock-member";
import { mayGive } from "@/server/services/members/may-give";
import type { Ctx } from "@/server/services/ports";

/**
 * Gives a member another role, from their next request on. AppError `not_found`; `forbidden` where only an owner may;
 * `conflict` for the last owner.
 */
export async function changeRole(ctx: Ctx, input: { userId: string; role: Role; by: { role: string } }): Promise<void> {
  await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const { member, owners } = await lockMember(ctx, tx, input.userId);
    mayGive(input.by.role, member.role, input.role);
    if (member.role === input.role) return;
    if (member.role === "owner" && owners === 1) throw new AppError("conflict", { reason: "last_owner" });
    const where = { tenant_id_user_id: { tenant_id: ctx.tenantId, user_id: input.userId } };
    await tx.member.update({ where, data: { role: input.role } });
    const details = { role: input.role, role_before: member.role };
    await appendAudit(ctx, tx, { action: "member.role_changed", target: input.userId, details });
  });
}
