import type { BilledModule } from "@/server/contract/enums";
import { AppError } from "@/server/contract/errors";
import type { JobEventToSend } from "@/server/services/jobs/job-events";
import type { Ctx, Tx } from "@/server/services/ports";
import { tellOfQuota } from "@/server/services/usage/tell-of-quota";

/** Months are calendar months, UTC: `2026-01`. */
export function quotaPeriod(now: Date): string {
  return now.toISOString().slice(0, 7);
}

/**
 * Takes one call of a module from the month's quota, in the caller's transaction. Send what it returns after the
 * commit: at 80 % and at 100 % the tenant hears of it, each once a month. AppError `quota_exceeded` (429) where it is
 * used up, with when it returns.
 */
export async function takeQuota(ctx: Ctx, tx: Tx, module: BilledModule): Promise<readonly JobEventToSend[]> {
  const limit = await quotaOf(ctx, tx, module);
  const period = quotaPeriod(ctx.clock.now());
  const [taken] = limit === 0 ? [] : await count(ctx, tx, { module, period, limit });
  if (taken) return limit === null ? [] : tellOfQuota(ctx, tx, { module, period, used: taken.used, limit });
  throw exceeded(ctx, { module, period, limit });
}

/**
 * Counts a call that must not be refused any more: a person stands at the end of a hosted session, which was checked
 * when its link was made. In the caller's transaction; what it returns is for after the commit.
 */
export async function countQuota(ctx: Ctx, tx: Tx, module: BilledModule): Promise<readonly JobEventToSend[]> {
  const limit = await quotaOf(ctx, tx, module);
  const period = quotaPeriod(ctx.clock.now());
  const [{ used }] = await count(ctx, tx, { module, period, limit: null });
  return limit === null ? [] : tellOfQuota(ctx, tx, { module, period, used, limit });
}

/** AppError `quota_exceeded` where nothing is left of the month's quota; takes nothing. */
export async function checkQuota(ctx: Ctx, tx: Tx, module: BilledModule): Promise<void> {
  const limit = await quotaOf(ctx, tx, module);
  if (limit === null) return;
  const period = quotaPeriod(ctx.clock.now());
  const where = { tenant_id: ctx.tenantId, environment: ctx.environment, module, period, used: { gte: limit } };
  if (limit === 0 || (await tx.quotaCounter.findFirst({ where }))) throw exceeded(ctx, { module, period, limit });
}

function exceeded(ctx: Ctx, of: { module: BilledModule; period: string; limit: number | null }): AppError {
  const resetAt = nextPeriod(of.period);
  const seconds = Math.ceil((resetAt.getTime() - ctx.clock.now().getTime()) / 1000);
  return new AppError("quota_exceeded", { ...of, resets_at: resetAt.toISOString() }, seconds);
}

/** Gives one call back: it was refused or failed, and is not billed. */
export async function returnQuota(ctx: Ctx, tx: Tx, module: BilledModule, period: string): Promise<void> {
  await tx.quotaCounter.updateMany({
    where: { tenant_id: ctx.tenantId, environment: ctx.environment, module, period, used: { gt: 0 } },
    data: { used: { decrement: 1 } },
  });
}

/** Calls a month: the tenant's own number, else the plan's; null is unlimited. */
async function quotaOf(ctx: Ctx, tx: Tx, module: BilledModule): Promise<number | null> {
  const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenantId }, include: { plan: true } });
  const own = (tenant.settings as { quotas?: Record<string, number> }).quotas;
  return own?.[module] ?? (tenant.plan.quotas as Record<string, number>)[module] ?? null;
}

function count(ctx: Ctx, tx: Tx, of: { module: string; period: string; limit: number | null }) {
  return tx.$queryRaw<{ used: number }[]>`
    INSERT INTO quota_counter (tenant_id, environment, module, period, used)
    VALUES (${ctx.tenantId}, ${ctx.environment}, ${of.module}, ${of.period}, 1)
    ON CONFLICT (tenant_id, environment, module, period) DO UPDATE SET used = quota_counter.used + 1
    WHERE ${of.limit}::int IS NULL OR quota_counter.used < ${of.limit}::int
    RETURNING used`;
}

function nextPeriod(period: string): Date {
  const [year, month] = period.split("-").map(Number);
  return new Date(Date.UTC(year, month, 1));
}
