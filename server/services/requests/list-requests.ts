import type { Ctx } from "@/server/services/ports";

export interface RequestRow {
  readonly id: string;
  readonly at: Date;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly errorCode: string | null;
  readonly durationMs: number;
  readonly keyId: string | null;
  readonly traceId: string;
}

const PAGE = 50;

/** The API requests of this environment, newest first; without bodies, which are never logged. */
export async function listRequests(
  ctx: Ctx,
  input: { cursor?: string; failed?: boolean },
): Promise<{ rows: RequestRow[]; nextCursor: string | null }> {
  const found = await ctx.database.inTenant(ctx.tenantId, (tx) =>
    tx.requestLog.findMany({
      where: { environment: ctx.environment, ...(input.failed ? { status: { gte: 400 } } : {}) },
      orderBy: [{ created_at: "desc" }, { id: "desc" }],
      take: PAGE + 1,
      ...(input.cursor ? { cursor: { id: input.cursor }, skip: 1 } : {}),
    }),
  );
  const rows = found.slice(0, PAGE).map((row) => ({
    id: row.id,
    at: row.created_at,
    method: row.method,
    path: row.path,
    status: row.status,
    errorCode: row.error_code,
    durationMs: row.duration_ms,
    keyId: row.key_id,
    traceId: row.trace_id,
  }));
  return { rows, nextCursor: found.length > PAGE ? rows[rows.length - 1].id : null };
}
