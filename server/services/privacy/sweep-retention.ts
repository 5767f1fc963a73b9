import type { Environment } from "@/server/contract/enums";
import { type Retention, retentionOf } from "@/server/domain/privacy/retention-policy";
import { appendAudit } from "@/server/services/audit/append-audit";
import { makeJobCtx } from "@/server/services/jobs/make-job-ctx";
import { forgetOldFrames } from "@/server/services/liveness/forget-frames";
import type { Adapters, Ctx } from "@/server/services/ports";
import { eraseSession } from "@/server/services/privacy/erase-session";
import { eraseVerification } from "@/server/services/privacy/erase-verification";
import { purgeMedia } from "@/server/services/privacy/purge-media";

export interface Swept {
  readonly media: number;
  readonly verifications: number;
  readonly sessions: number;
  readonly templates: number;
  readonly logs: number;
}

/** Of each kind and tenant at most so many a sweep; the next one goes on. */
const BATCH = 200;
const ENDED = ["completed", "failed", "cancelled"];

/**
 * Removes what a tenant's retention no longer allows: pictures first, then keys, then logs. Run it hourly for each
 * tenant.
 */
export async function sweepRetention(adapters: Adapters, tenantId: string): Promise<Swept> {
  const ctx = makeJobCtx(adapters, { tenantId, environment: "live", traceId: `retention-${tenantId}` });
  const kept = await adapters.database.inTenant(tenantId, async (tx) => {
    const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { settings: true } });
    return retentionOf(tenant.settings);
  });
  await dropMedia(ctx, kept);
  const swept = {
    verifications: await eraseResults(ctx, kept),
    sessions: await eraseAbandoned(ctx, kept),
    templates: await dropTemplates(ctx, kept),
    logs: await dropLogs(ctx, kept),
  };
  return { media: await purgeMedia(ctx), ...swept };
}

/** Every tenant, for the sweep to go through. */
export async function listSweptTenants({ database }: Pick<Adapters, "database">): Promise<string[]> {
  const tenants = await database.asPlatform((tx) =>
    tx.tenant.findMany({ select: { id: true }, orderBy: { id: "asc" } }),
  );
  return tenants.map((tenant) => tenant.id);
}

function before(ctx: Ctx, days: number): Date {
  return new Date(ctx.clock.now().getTime() - days * 86_400_000);
}

async function dropMedia(ctx: Ctx, kept: Retention): Promise<void> {
  await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const { count } = await tx.media.updateMany({
      where: { deleted_at: null, job: { status: { in: ENDED }, completed_at: { lt: before(ctx, kept.media) } } },
      data: { deleted_at: ctx.clock.now() },
    });
    await forgetOldFrames(tx, ctx.tenantId, before(ctx, kept.media));
    if (count === 0) return;
    const details = { media: count, days: kept.media };
    await appendAudit(ctx, tx, { action: "retention.media_deleted", target: ctx.tenantId, details });
  });
}

async function eraseResults(ctx: Ctx, kept: Retention): Promise<number> {
  const where = { erased_at: null, status: { in: ENDED }, completed_at: { lt: before(ctx, kept.results) } };
  const due = await ctx.database.inTenant(ctx.tenantId, (tx) =>
    tx.job.findMany({ where, select: { id: true, environment: true }, orderBy: { completed_at: "asc" }, take: BATCH }),
  );
  for (const { id, environment } of due) {
    await eraseVerification({ ...ctx, environment: environment as Environment }, { jobId: id, reason: "retention" });
  }
  return due.length;
}

/** Sessions that ended without a verification: their pictures have no purpose any more. */
async function eraseAbandoned(ctx: Ctx, kept: Retention): Promise<number> {
  const where = { job_id: null, data_key_sealed: { not: null }, expires_at: { lt: before(ctx, kept.media) } };
  const due = await ctx.database.inTenant(ctx.tenantId, (tx) =>
    tx.session.findMany({ where, select: { id: true }, orderBy: { expires_at: "asc" }, take: BATCH }),
  );
  for (const { id } of due) await eraseSession(ctx, { sessionId: id, reason: "retention" });
  return due.length;
}

async function dropTemplates(ctx: Ctx, kept: Retention): Promise<number> {
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const { count } = await tx.face.deleteMany({ where: { created_at: { lt: before(ctx, kept.templates) } } });
    if (count === 0) return 0;
    const details = { templates: count, days: kept.templates };
    await appendAudit(ctx, tx, { action: "retention.templates_deleted", target: ctx.tenantId, details });
    return count;
  });
}

/** The application's role may not delete from the request log: the platform's does, for this tenant alone. */
async function dropLogs(ctx: Ctx, kept: Retention): Promise<number> {
  const where = { tenant_id: ctx.tenantId, created_at: { lt: before(ctx, kept.logs) } };
  return ctx.database.asPlatform(async (tx) => {
    const requests = await tx.requestLog.deleteMany({ where });
    const events = await tx.outboxEvent.deleteMany({ where });
    return requests.count + events.count;
  });
}
