import { type AuditEvent, appendAudit, appendOperatorAudit } from "@/server/services/audit/append-audit";
import type { Adapters, Tx } from "@/server/services/ports";

/** What concerns a tenant and the operator stands in both chains. Needs the platform's transaction. */
export async function auditGrant(
  ctx: Pick<Adapters, "clock" | "ids"> & { readonly actor: string },
  tx: Tx,
  tenantId: string,
  event: AuditEvent,
): Promise<void> {
  await appendAudit({ ...ctx, tenantId }, tx, event);
  const details = { ...event.details, tenant: tenantId };
  await appendOperatorAudit(ctx, tx, { ...event, details });
}
