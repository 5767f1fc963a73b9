import { z } from "zod";
import type { Prisma } from "@/prisma/generated/client";
import { Decision, DocumentType, JobStatus } from "@/server/contract/enums";
import { maskName } from "@/server/domain/privacy/mask";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx, DataKey } from "@/server/services/ports";

export const VerificationFilters = z.object({
  status: JobStatus.optional(),
  decision: Decision.optional(),
  document_type: DocumentType.optional(),
  country: z.string().max(3).optional(),
  score_min: z.coerce.number().min(0).max(100).optional(),
  score_max: z.coerce.number().min(0).max(100).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** A job id, or the beginning of a reference. */
  text: z.string().max(200).optional(),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type VerificationFilters = z.infer<typeof VerificationFilters>;

export interface VerificationRow {
  readonly id: string;
  readonly status: string;
  readonly decision: string | null;
  readonly score: number | null;
  readonly documentType: string | null;
  readonly country: string | null;
  readonly reference: string | null;
  /** The person's name, masked; null where none was read or all was erased. */
  readonly title: string | null;
  readonly sessionId: string | null;
  readonly createdAt: Date;
  readonly completedAt: Date | null;
}

const DAY_MS = 86_400_000;

function whereOf(ctx: Ctx, filters: VerificationFilters): Prisma.JobWhereInput {
  const { text } = filters;
  return {
    environment: ctx.environment,
    status: filters.status,
    decision: filters.decision,
    document_type: filters.document_type,
    country: filters.country,
    score: { gte: filters.score_min, lte: filters.score_max },
    created_at: {
      gte: filters.from ? new Date(filters.from) : undefined,
      lt: filters.to ? new Date(Date.parse(filters.to) + DAY_MS) : undefined,
    },
    ...(filters.score_min === undefined && filters.score_max === undefined ? { score: undefined } : {}),
    ...(text
      ? { OR: [{ id: text }, { session_id: text }, { reference: { startsWith: text, mode: "insensitive" } }] }
      : {}),
  };
}

async function titleOf(
  ctx: Ctx,
  tenantKey: DataKey,
  job: { id: string; title_sealed: Uint8Array | null; data_key_sealed: Uint8Array | null },
): Promise<string | null> {
  if (!job.title_sealed || !job.data_key_sealed) return null;
  const key = await ctx.keys.openDataKey(job.data_key_sealed, tenantKey);
  const plain = await ctx.keys.open(key, job.title_sealed, sealContext("job", "title_sealed", job.id));
  return maskName(new TextDecoder().decode(plain));
}

/** One page of verifications, newest first, names masked; `nextCursor` is null on the last page. */
export async function searchVerifications(
  ctx: Ctx,
  filters: VerificationFilters,
): Promise<{ rows: VerificationRow[]; nextCursor: string | null; total: number }> {
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const where = whereOf(ctx, filters);
    const total = await tx.job.count({ where });
    const jobs = await tx.job.findMany({
      where,
      orderBy: [{ created_at: "desc" }, { id: "desc" }],
      take: filters.limit + 1,
      ...(filters.cursor ? { cursor: { id: filters.cursor }, skip: 1 } : {}),
    });
    const page = jobs.slice(0, filters.limit);
    const tenantKey = await openTenantKey(ctx, tx);
    const rows = await Promise.all(
      page.map(async (job) => ({
        id: job.id,
        status: job.status,
        decision: job.decision,
        score: job.score,
        documentType: job.document_type,
        country: job.country,
        reference: job.reference,
        title: await titleOf(ctx, tenantKey, job),
        sessionId: job.session_id,
        createdAt: job.created_at,
        completedAt: job.completed_at,
      })),
    );
    return { rows, total, nextCursor: jobs.length > filters.limit ? page[page.length - 1].id : null };
  });
}
