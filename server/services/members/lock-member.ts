import type { Member } from "@/prisma/generated/client";
import { AppError } from "@/server/contract/errors";
import type { Ctx, Tx } from "@/server/services/ports";

/**
 * One member and how many owners there are, held until commit: two owners cannot take each other away at once. AppError
 * `not_found`.
 */
export async function lockMember(ctx: Ctx, tx: Tx, userId: string): Promise<{ member: Member; owners: number }> {
  await tx.$executeRaw`SELECT 1 FROM member WHERE tenant_id = ${ctx.tenantId} ORDER BY user_id FOR UPDATE`;
  const members = await tx.member.findMany({ where: { tenant_id: ctx.tenantId } });
  const member = members.find((one) => one.user_id === userId);
  if (!member) throw new AppError("not_found", { user_id: userId });
  return { member, owners: members.filter((one) => one.role === "owner").length };
}
