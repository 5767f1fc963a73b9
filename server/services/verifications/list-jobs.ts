import type { z } from "zod";
import { AppError } from "@/server/contract/errors";
import type { listJobs as listJobsEndpoint } from "@/server/contract/v1/kyc";
import type { Ctx, Tx } from "@/server/services/ports";

type Query = z.output<typeof listJobsEndpoint.query>;
type Page = z.input<typeof listJobsEndpoint.output>;

/** One page of verifications, newest first. AppError `invalid_request` for a cursor that this list never gave out. */
export async function listJobs(ctx: Ctx, query: Query): Promise<Page> {
  const { status, decision, reference, cursor, limit } = query;
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const own = { tenant_id: ctx.tenantId, environment: ctx.environment };
    const after = cursor === undefined ? {} : await rowsAfter(tx, own, cursor);
    const rows = await tx.job.findMany({
      where: { ...own, status, decision, reference, ...after },
      orderBy: [{ created_at: "desc" }, { id: "desc" }],
      take: limit + 1,
    });
    const page = rows.slice(0, limit);
    return {
      data: page.map((job) => ({
        job_id: job.id,
        status: job.status as Page["data"][number]["status"],
        decision: job.decision as Page["data"][number]["decision"],
        score: job.score,
        reference: job.reference,
        created_at: job.created_at.toISOString(),
        completed_at: job.completed_at?.toISOString() ?? null,
      })),
      next_cursor: rows.length > limit ? page[page.length - 1].id : null,
    };
  });
}

async function rowsAfter(tx: Tx, own: { tenant_id: string; environment: string }, cursor: string) {
  const last = await tx.job.findFirst({ where: { ...own, id: cursor }, select: { id: true, created_at: true } });
  if (!last)
    throw new AppError("invalid_request", {
      fields: [{ path: "cursor", message: "Pass next_cursor of the page before." }],
    });
  return { OR: [{ created_at: { lt: last.created_at } }, { created_at: last.created_at, id: { lt: last.id } }] };
}
