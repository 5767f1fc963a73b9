import { type ChainedEntry, FIRST_PREV_HASH, hashOfEntry } from "@/server/services/audit/audit-entry";
import type { Adapters, Tx } from "@/server/services/ports";

/** What happened; never personal data: the audit outlives erasure. */
export interface AuditEvent {
  /** `job.created`, `key.revoked` … */
  readonly action: string;
  /** Id of what it was done to. */
  readonly target: string;
  readonly details?: { readonly [name: string]: string | number | boolean | null | readonly string[] };
}

type AuditCtx = Pick<Adapters, "clock" | "ids"> & { readonly tenantId: string; readonly actor: string };

/**
 * Adds an entry to the tenant's chain in the caller's transaction: it stands if and only if the change does.
 * Appends to one chain wait for each other until commit, so call it last.
 */
export function appendAudit(ctx: AuditCtx, tx: Tx, event: AuditEvent): Promise<ChainedEntry> {
  return append(ctx, tx, ctx.tenantId, ctx.tenantId, event);
}

/** Adds an entry to the operator's chain; needs the platform's transaction. */
export function appendOperatorAudit(
  ctx: Pick<Adapters, "clock" | "ids"> & { readonly actor: string },
  tx: Tx,
  event: AuditEvent,
): Promise<ChainedEntry> {
  return append(ctx, tx, "operator", null, event);
}

async function append(
  ctx: Pick<Adapters, "clock" | "ids"> & { readonly actor: string },
  tx: Tx,
  chain: string,
  tenantId: string | null,
  { action, target, details = {} }: AuditEvent,
): Promise<ChainedEntry> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`audit:${chain}`}, 0))`;
  const last = await tx.auditEntry.findFirst({
    where: { chain },
    orderBy: { seq: "desc" },
    select: { seq: true, hash: true },
  });
  const unhashed = {
    chain,
    seq: Number(last?.seq ?? 0) + 1,
    id: ctx.ids.make("aud"),
    tenant_id: tenantId,
    at: ctx.clock.now().toISOString(),
    actor: ctx.actor,
    action,
    target,
    details: { ...details },
    prev_hash: last?.hash ?? FIRST_PREV_HASH,
  };
  const entry = { ...unhashed, hash: hashOfEntry(unhashed) };
  await tx.auditEntry.create({ data: { ...entry, seq: BigInt(entry.seq) } });
  return entry;
}
