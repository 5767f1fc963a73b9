import { AppError } from "@/server/contract/errors";
import { appendAudit } from "@/server/services/audit/append-audit";
import { lockMember } from "@/server/services/members/lock-member";
import { mayGive } from "@/server/services/members/may-give";
import type { Ctx } from "@/server/services/ports";

/**
 * Takes a member out of the tenant, from their next request on; the person and their other tenants stay. AppError
 * `not_found`; `forbidden` where only an owner may; `conflict` for the last owner.
 */
export async function removeMember(ctx: Ctx, input: { userId: string; by: { role: string } }): Promise<void> {
  await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const { member, owners } = await lockMember(ctx, tx, input.userId);
    mayGive(input.by.role, member.role);
    if (member.role === "owner" && owners === 1) throw new AppError("conflict", { reason: "last_owner" });
    await tx.member.delete({ where: { tenant_id_user_id: { tenant_id: ctx.tenantId, user_id: input.userId } } });
    const details = { role: member.role };
    await appendAudit(ctx, tx, { action: "member.removed", target: input.userId, details });
  });
}
