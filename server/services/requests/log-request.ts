import type { Ctx, Tx } from "@/server/services/ports";

/** What was asked and answered; the path without its query string, which may name a person. */
export interface RequestOutcome {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly errorCode: string | null;
  readonly durationMs: number;
}

const TOUCH_AFTER_MS = 60_000;

/** One row of the request log, and the key's last use to the minute; in the caller's transaction. */
export async function logRequest(ctx: Ctx, tx: Tx, outcome: RequestOutcome): Promise<void> {
  const now = ctx.clock.now();
  await tx.requestLog.create({
    data: {
      id: outcome.requestId,
      tenant_id: ctx.tenantId,
      environment: ctx.environment,
      key_id: ctx.keyId ?? null,
      trace_id: ctx.traceId,
      method: outcome.method,
      path: outcome.path,
      status: outcome.status,
      error_code: outcome.errorCode,
      duration_ms: outcome.durationMs,
      created_at: now,
    },
  });
  const stale = new Date(now.getTime() - TOUCH_AFTER_MS);
  await tx.apiKey.updateMany({
    where: { id: ctx.keyId ?? "", OR: [{ last_used_at: null }, { last_used_at: { lt: stale } }] },
    data: { last_used_at: now },
  });
}
