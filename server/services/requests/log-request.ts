import type { Ctx, Tx } from "@/server/services/ports";

/** What was asked and answered; the path without its query string, which may name a person. */
export interface RequestOutcome {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly errorCode: string | null;
  readonly durationMs: number;
  /** As it was when the request came. */
  readonly keyLastUsedAt: Date | null;
}

const TOUCH_AFTER_MS = 60_000;

/** One row of the request log, and the key's last use to the minute; in the caller's transaction. */
export async function logRequest(ctx: Ctx, tx: Tx, outcome: RequestOutcome): Promise<void> {
  const now = ctx.clock.now();
  const { requestId, method, path, status, errorCode, durationMs } = outcome;
  await tx.$executeRaw`
    INSERT INTO request_log (id, tenant_id, environment, key_id, trace_id, method, path, status, error_code, duration_ms, created_at)
    VALUES (${requestId}, ${ctx.tenantId}, ${ctx.environment}, ${ctx.keyId ?? null}, ${ctx.traceId}, ${method}, ${path},
            ${status}, ${errorCode}, ${durationMs}, ${now})`;
  if (ctx.keyId === undefined || !touchesKey(ctx, outcome)) return;
  await tx.apiKey.updateMany({ where: { id: ctx.keyId }, data: { last_used_at: now } });
}

/** Whether the key's last use is to be noted anew. */
export function touchesKey(ctx: Ctx, { keyLastUsedAt: last }: RequestOutcome): boolean {
  return !last || ctx.clock.now().getTime() - last.getTime() >= TOUCH_AFTER_MS;
}
