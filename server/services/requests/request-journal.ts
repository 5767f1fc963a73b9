import type { Adapters, Ctx } from "@/server/services/ports";
import { type RequestOutcome, touchesKey } from "@/server/services/requests/log-request";

/** Writes the request log for many requests at once. */
export interface RequestJournal {
  /** Resolves when the row is in the database. While one batch is being written the next one gathers. */
  write(ctx: Ctx, outcome: RequestOutcome): Promise<void>;
}

/** Rows of one statement at most. */
const BATCH = 500;

/** One for a process. The platform's role writes: a batch holds rows of several tenants. */
export function requestJournal({ database }: Pick<Adapters, "database">): RequestJournal {
  let gathering: Entry[] = [];
  let writing = false;
  const writeAll = async (): Promise<void> => {
    writing = true;
    while (gathering.length > 0) {
      const batch = gathering.slice(0, BATCH);
      gathering = gathering.slice(BATCH);
      const values = [JSON.stringify(batch.map(({ row }) => row)), batch.flatMap(({ touched }) => touched)];
      try {
        await database.platformStatement({ name: "write_requests", text: WRITE, values });
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    writing = false;
  };
  return {
    write: (ctx, outcome) =>
      new Promise((done, failed) => {
        const touched = ctx.keyId !== undefined && touchesKey(ctx, outcome) ? [ctx.keyId] : [];
        gathering.push({ row: rowOf(ctx, outcome), touched, done, failed });
        if (!writing) void writeAll();
      }),
  };
}

interface Entry {
  readonly row: Readonly<Record<string, unknown>>;
  /** The key whose last use is to be noted. */
  readonly touched: readonly string[];
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

const WRITE = `
  WITH touched AS (UPDATE api_key SET last_used_at = now() WHERE id = ANY ($2::text[]))
  INSERT INTO request_log (id, tenant_id, environment, key_id, trace_id, method, path, status, error_code, duration_ms, created_at)
  SELECT id, tenant_id, environment, key_id, trace_id, method, path, status, error_code, duration_ms, created_at
  FROM json_to_recordset($1) AS r (id text, tenant_id text, environment text, key_id text, trace_id text, method text,
    path text, status int, error_code text, duration_ms int, created_at timestamptz)`;

function rowOf(ctx: Ctx, outcome: RequestOutcome): Record<string, unknown> {
  const { requestId, method, path, status, errorCode, durationMs } = outcome;
  return {
    id: requestId,
    tenant_id: ctx.tenantId,
    environment: ctx.environment,
    key_id: ctx.keyId ?? null,
    trace_id: ctx.traceId,
    method,
    // PostgreSQL's text takes no zero character
    path: path.replaceAll("\0", ""),
    status,
    error_code: errorCode,
    duration_ms: durationMs,
    created_at: ctx.clock.now().toISOString(),
  };
}
