import { AppError } from "@/server/contract/errors";
import type { OperatorRole } from "@/server/domain/people/permissions";
import { appendOperatorAudit } from "@/server/services/audit/append-audit";
import { endSessions } from "@/server/services/people/revoke-sessions";
import type { Adapters } from "@/server/services/ports";

/**
 * Gives an operator another role, or (null) takes it away: then they are signed out and their grants end. AppError
 * `not_found`; `conflict` for the last super-admin.
 */
export async function setOperatorRole(
  ctx: Pick<Adapters, "database" | "clock" | "ids"> & { readonly actor: string },
  input: { userId: string; role: OperatorRole | null },
): Promise<void> {
  const { userId: id, role } = input;
  await ctx.database.asPlatform(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "user" WHERE operator_role IS NOT NULL ORDER BY id FOR UPDATE`;
    const operators = await tx.user.findMany({ where: { operator_role: { not: null } } });
    const found = operators.find((user) => user.id === id);
    if (!found) throw new AppError("not_found", { user_id: id });
    const supers = operators.filter((user) => user.operator_role === "super_admin").length;
    const last = found.operator_role === "super_admin" && role !== "super_admin" && supers === 1;
    if (last) throw new AppError("conflict", { reason: "last_super_admin" });
    await tx.user.update({ where: { id }, data: { operator_role: role } });
    if (role === null) {
      await endSessions(tx, ctx.clock.now(), { user_id: id });
      const open = { user_id: id, status: { in: ["requested", "granted"] } };
      await tx.operatorGrant.updateMany({ where: open, data: { status: "ended" } });
    }
    const details = { role, role_before: found.operator_role };
    await appendOperatorAudit(ctx, tx, {
      action: role ? "operator.role_changed" : "operator.removed",
      target: id,
      details,
    });
  });
}
