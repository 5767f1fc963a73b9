import type { Ctx } from "@/server/services/ports";

export interface SessionRow {
  readonly id: string;
  readonly status: string;
  readonly reference: string | null;
  readonly jobId: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const PAGE = 50;

/** Hosted sessions of this environment, newest first. */
export async function searchSessions(
  ctx: Ctx,
  input: { cursor?: string },
): Promise<{ rows: SessionRow[]; nextCursor: string | null }> {
  const found = await ctx.database.inTenant(ctx.tenantId, (tx) =>
    tx.session.findMany({
      where: { environment: ctx.environment },
      orderBy: [{ created_at: "desc" }, { id: "desc" }],
      take: PAGE + 1,
      ...(input.cursor ? { cursor: { id: input.cursor }, skip: 1 } : {}),
    }),
  );
  const rows = found.slice(0, PAGE).map((row) => ({
    id: row.id,
    status: row.status,
    reference: row.reference,
    jobId: row.job_id,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  }));
  return { rows, nextCursor: found.length > PAGE ? rows[rows.length - 1].id : null };
}
