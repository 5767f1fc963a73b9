import { type AuditEvent, appendAudit, appendOperatorAudit } from "@/server/services/audit/append-audit";
import type { Ctx, Tx } from "@/server/services/ports";

/** Whose matter it is: a tenant's, under its row-level security and in its audit, or the operator's own. */
export type Chain = "tenant" | "operator";

export function inChain<T>(ctx: Ctx, chain: Chain, work: (tx: Tx) => Promise<T>): Promise<T> {
  return chain === "tenant" ? ctx.database.inTenant(ctx.tenantId, work) : ctx.database.asPlatform(work);
}

/** The rows of the chain, and no others. */
export function ofChain(ctx: Ctx, chain: Chain): { tenant_id: string | null; environment: string | null } {
  return chain === "tenant"
    ? { tenant_id: ctx.tenantId, environment: ctx.environment }
    : { tenant_id: null, environment: null };
}

export async function auditChain(ctx: Ctx, tx: Tx, chain: Chain, event: AuditEvent): Promise<void> {
  if (chain === "tenant") await appendAudit(ctx, tx, event);
  else await appendOperatorAudit(ctx, tx, event);
}
