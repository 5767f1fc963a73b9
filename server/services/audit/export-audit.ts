import type { AuditEntry } from "@/prisma/generated/client";
import type { ChainedEntry } from "@/server/services/audit/audit-entry";
import type { Adapters, Tx } from "@/server/services/ports";

const PAGE = 1_000;

/** The tenant's whole chain, one line of JSON an entry, oldest first; what `npm run audit -- verify` reads. */
export function exportAudit({
  database,
  tenantId,
}: Pick<Adapters, "database"> & { readonly tenantId: string }): AsyncGenerator<string> {
  return lines(tenantId, (work) => database.inTenant(tenantId, work));
}

/** The operator's chain. */
export function exportOperatorAudit({ database }: Pick<Adapters, "database">): AsyncGenerator<string> {
  return lines("operator", (work) => database.asPlatform(work));
}

async function* lines(
  chain: string,
  transact: (work: (tx: Tx) => Promise<AuditEntry[]>) => Promise<AuditEntry[]>,
): AsyncGenerator<string> {
  let after = 0n;
  for (;;) {
    const where = { chain, seq: { gt: after } };
    const page = await transact((tx) => tx.auditEntry.findMany({ where, orderBy: { seq: "asc" }, take: PAGE }));
    for (const row of page) yield JSON.stringify(chainedEntry(row));
    if (page.length < PAGE) return;
    after = page[page.length - 1].seq;
  }
}

/** An entry as it was hashed. */
export function chainedEntry(row: AuditEntry): ChainedEntry {
  const { chain, seq, id, tenant_id, at, actor, action, target, details, prev_hash, hash } = row;
  return {
    chain,
    seq: Number(seq),
    id,
    tenant_id,
    at: at.toISOString(),
    actor,
    action,
    target,
    details,
    prev_hash,
    hash,
  };
}
