import type { ChainedEntry } from "@/server/services/audit/audit-entry";
import { exportAudit, exportOperatorAudit } from "@/server/services/audit/export-audit";
import { verifyAuditLines } from "@/server/services/audit/verify-audit-lines";
import type { Adapters } from "@/server/services/ports";

export interface ArchivedAudit {
  readonly entries: number;
  /** Where the copy lies; undefined where nothing was new. */
  readonly key: string | undefined;
}

/**
 * Copies what is new of a chain into the object store under a lock that nobody can lift before `lockDays` are over, so
 * that a chain rewritten in the database no longer matches. Files are `audit/<chain>/<first>-<last>.jsonl`; put
 * together in order they verify as one. Throws where the chain is broken: a broken chain is not archived over.
 */
export async function archiveAudit(
  ctx: Pick<Adapters, "database" | "objects" | "clock">,
  asked: { readonly chain: string; readonly lockDays: number },
): Promise<ArchivedAudit> {
  const { chain, lockDays } = asked;
  const done = await lastArchived(ctx, chain);
  const source = chain === "operator" ? exportOperatorAudit(ctx) : exportAudit({ ...ctx, tenantId: chain });
  const all: string[] = [];
  for await (const line of source) all.push(line);
  const verdict = await verifyAuditLines(all);
  if (!verdict.intact)
    throw new Error(`The audit chain ${chain} is broken at line ${verdict.line}: ${verdict.problem}.`);
  const fresh = all.filter((line) => (JSON.parse(line) as ChainedEntry).seq > done);
  if (fresh.length === 0) return { entries: 0, key: undefined };
  const key = `audit/${chain}/${number(done + 1)}-${number(done + fresh.length)}.jsonl`;
  const lockUntil = new Date(ctx.clock.now().getTime() + lockDays * 86_400_000);
  await ctx.objects.put(key, Buffer.from(`${fresh.join("\n")}\n`), { lockUntil });
  return { entries: fresh.length, key };
}

async function lastArchived({ objects }: Pick<Adapters, "objects">, chain: string): Promise<number> {
  let last = 0;
  for await (const { key } of objects.list(`audit/${chain}/`)) {
    last = Math.max(last, Number(/-(\d+)\.jsonl$/.exec(key)?.[1] ?? 0));
  }
  return last;
}

/** Of one width, so that the files sort as they follow each other. */
function number(seq: number): string {
  return String(seq).padStart(12, "0");
}
