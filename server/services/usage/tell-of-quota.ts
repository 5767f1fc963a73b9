import type { JobEventToSend } from "@/server/services/jobs/job-events";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import type { Ctx, Tx } from "@/server/services/ports";
import { writeOutbox } from "@/server/services/webhooks/write-outbox";

const WARN_SHARE = 0.8;

/** Says once a month that most of a quota is used, and once that all of it is, in the caller's transaction. */
export async function tellOfQuota(
  ctx: Ctx,
  tx: Tx,
  state: { readonly module: string; readonly period: string; readonly used: number; readonly limit: number },
): Promise<readonly JobEventToSend[]> {
  const { module, period, used, limit } = state;
  const type = used >= limit ? "quota.exhausted" : used >= limit * WARN_SHARE ? "quota.warning" : undefined;
  if (!type) return [];
  const now = ctx.clock.now();
  const mark = type === "quota.exhausted" ? { exhausted_at: now } : { warned_at: now };
  const unmarked = type === "quota.exhausted" ? { exhausted_at: null } : { warned_at: null };
  const where = { tenant_id: ctx.tenantId, environment: ctx.environment, module, period, ...unmarked };
  const { count } = await tx.quotaCounter.updateMany({ where, data: mark });
  if (count === 0) return [];
  const key = await openTenantKey(ctx, tx);
  return writeOutbox(ctx, tx, { type, subjectId: `${module}:${period}`, data: { module, period, used, limit }, key });
}
