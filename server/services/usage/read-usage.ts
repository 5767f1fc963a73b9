import { BilledModule } from "@/server/contract/enums";
import type { Ctx } from "@/server/services/ports";

export interface ModuleUsage {
  readonly module: string;
  readonly used: number;
  readonly billed: number;
  /** Calls a month; null is unlimited. */
  readonly limit: number | null;
}

export interface UsageReport {
  /** Calendar month, UTC: `2026-01`. */
  readonly period: string;
  readonly plan: { id: string; name: string };
  readonly modules: readonly ModuleUsage[];
  readonly days: readonly { day: string; module: string; count: number }[];
}

/** What this month used of each module, against the plan's quotas and the tenant's own. */
export async function readUsage(ctx: Ctx): Promise<UsageReport> {
  const period = ctx.clock.now().toISOString().slice(0, 7);
  const since = new Date(`${period}-01T00:00:00Z`);
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenantId }, include: { plan: true } });
    const events = await tx.$queryRaw<{ day: string; module: string; count: number; billed: number }[]>`
      SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, module, count(*)::int AS count,
             count(*) FILTER (WHERE billed)::int AS billed
      FROM usage_event WHERE environment = ${ctx.environment} AND created_at >= ${since} GROUP BY 1, 2 ORDER BY 1`;
    const own = (tenant.settings as { quotas?: Record<string, number> }).quotas;
    const quotas = { ...(tenant.plan.quotas as Record<string, number>), ...own };
    const modules = BilledModule.options.map((module) => {
      const rows = events.filter((event) => event.module === module);
      const sum = (of: "count" | "billed") => rows.reduce((total, row) => total + row[of], 0);
      return {
        module,
        used: sum("count"),
        billed: sum("billed"),
        limit: quotas[module] ?? null,
      };
    });
    const { id, name } = tenant.plan;
    return {
      period,
      plan: { id, name },
      modules,
      days: events.map(({ day, module, count }) => ({ day, module, count })),
    };
  });
}
