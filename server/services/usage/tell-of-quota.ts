import { type JobEventToSend, type QuotaMark, quotaReached } from "@/server/services/jobs/job-events";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import type { Ctx, Tx } from "@/server/services/ports";
import { writeOutbox } from "@/server/services/webhooks/write-outbox";

const WARN_SHARE = 0.8;

/**
 * Says once a month that most of a quota is used, and once that all of it is, in the caller's transaction: by webhook,
 * and by the mail that what it returns sets going. The counter's row is locked, so that of calls at once only one says
 * it.
 */
export async function tellOfQuota(
  ctx: Ctx,
  tx: Tx,
  state: { readonly module: string; readonly period: string; readonly used: number; readonly limit: number },
): Promise<readonly JobEventToSend[]> {
  const { module, period, used, limit } = state;
  const type = used >= limit ? "quota.exhausted" : used >= limit * WARN_SHARE ? "quota.warning" : undefined;
  if (!type) return [];
  const level = type === "quota.exhausted" ? "exhausted" : "warning";
  const mark = { environment: ctx.environment, module, period, level } as const;
  if (!(await markTold(ctx, tx, mark))) return [];
  const key = await openTenantKey(ctx, tx);
  const data = { module, period, used, limit };
  const events = await writeOutbox(ctx, tx, { type, subjectId: `${module}:${period}`, data, key });
  return [...events, quotaReached(ctx.tenantId, mark)];
}

/** Whether it was not told before. Where all is used up at once, there is nothing left to warn of. */
async function markTold(ctx: Ctx, tx: Tx, { environment, module, period, level }: QuotaMark): Promise<boolean> {
  const now = ctx.clock.now();
  const own = { tenant_id: ctx.tenantId, environment, module, period };
  if (level === "warning") {
    const { count } = await tx.quotaCounter.updateMany({
      where: { ...own, warned_at: null },
      data: { warned_at: now },
    });
    return count > 0;
  }
  await tx.quotaCounter.updateMany({
    where: { ...own, warned_at: null },
    data: { warned_at: now, warned_mail_at: now },
  });
  const unmarked = { ...own, exhausted_at: null };
  const { count } = await tx.quotaCounter.updateMany({ where: unmarked, data: { exhausted_at: now } });
  return count > 0;
}
