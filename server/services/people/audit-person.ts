import { type AuditEvent, appendAudit, appendOperatorAudit } from "@/server/services/audit/append-audit";
import type { Adapters, Tx } from "@/server/services/ports";

/**
 * Writes what a person did to their own account into the chain of every tenant that they belong to, and into the
 * operator's where they are one of them. Needs the platform's transaction. Chains are locked in one order.
 */
export async function auditPerson(
  ctx: Pick<Adapters, "clock" | "ids"> & { readonly actor: string },
  tx: Tx,
  userId: string,
  event: Omit<AuditEvent, "target">,
): Promise<void> {
  const user = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { operator_role: true, members: { select: { tenant_id: true }, orderBy: { tenant_id: "asc" } } },
  });
  for (const { tenant_id } of user.members) {
    await appendAudit({ ...ctx, tenantId: tenant_id }, tx, { ...event, target: userId });
  }
  if (user.operator_role) await appendOperatorAudit(ctx, tx, { ...event, target: userId });
}
