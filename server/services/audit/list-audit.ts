import type { Adapters, Ctx, Tx } from "@/server/services/ports";

export interface AuditRow {
  readonly seq: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly target: string;
  readonly details: unknown;
  readonly hash: string;
}

const PAGE = 100;

/** The newest entries of the tenant's own chain, from below `before` on. */
export function listAudit(ctx: Ctx, input: { before?: number }): Promise<AuditRow[]> {
  return ctx.database.inTenant(ctx.tenantId, (tx) => page(tx, ctx.tenantId, input.before));
}

/** The same of the operator's chain. */
export function listOperatorAudit(
  { database }: Pick<Adapters, "database">,
  input: { before?: number },
): Promise<AuditRow[]> {
  return database.asPlatform((tx) => page(tx, "operator", input.before));
}

async function page(tx: Tx, chain: string, before: number | undefined): Promise<AuditRow[]> {
  const entries = await tx.auditEntry.findMany({
    where: { chain, ...(before === undefined ? {} : { seq: { lt: BigInt(before) } }) },
    orderBy: { seq: "desc" },
    take: PAGE,
  });
  return entries.map(({ seq, at, actor, action, target, details, hash }) => ({
    seq: Number(seq),
    at,
    actor,
    action,
    target,
    details,
    hash,
  }));
}
