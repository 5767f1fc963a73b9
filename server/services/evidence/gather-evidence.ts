import { createHash } from "node:crypto";
import type { Erasure, Job } from "@/prisma/generated/client";
import { AppError } from "@/server/contract/errors";
import type { JobView } from "@/server/contract/v1/kyc";
import { JobResult, type ModelUsed } from "@/server/domain/scoring/job-result";
import { WorkflowDefinition } from "@/server/domain/workflow/definition";
import type { ChainedEntry } from "@/server/services/audit/audit-entry";
import { chainedEntry } from "@/server/services/audit/export-audit";
import type { PackedMedia } from "@/server/services/evidence/evidence-pack";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { sealContext } from "@/server/services/keys/seal-context";
import { readMedia } from "@/server/services/media/read-media";
import type { Ctx, DataKey, Tx } from "@/server/services/ports";
import { viewJob } from "@/server/services/verifications/view-job";

/** Everything that speaks for how a verification was decided. */
export interface GatheredEvidence {
  readonly tenant: { readonly id: string; readonly name: string };
  readonly job: JobView;
  /** By which the verification ran. */
  readonly workflow: WorkflowDefinition;
  readonly models: readonly ModelUsed[];
  readonly review: { readonly by: string; readonly at: string; readonly note: string | null } | null;
  readonly erasure: { readonly id: string; readonly at: string; readonly key_hash: string | null } | null;
  readonly media: readonly PackedMedia[];
  /** From the verification's first entry to its last, without a gap. */
  readonly audit: readonly ChainedEntry[];
  readonly head: { readonly seq: number; readonly hash: string };
}

/** So long a run of the chain goes into a pack; of a longer one, the newest part. */
const EXCERPT_MAX = 5_000;

/** Gathers it in one look at the database. AppError `not_found`; `conflict` for a verification that is not over. */
export async function gatherEvidence(ctx: Ctx, tx: Tx, jobId: string): Promise<GatheredEvidence> {
  const where = { id: jobId, tenant_id: ctx.tenantId, environment: ctx.environment };
  const job = await tx.job.findFirst({ where, include: { steps: true } });
  if (!job) throw new AppError("not_found", { job_id: jobId.slice(0, 100) });
  if (job.status === "queued" || job.status === "processing") throw new AppError("conflict", { status: job.status });
  const tenantKey = await openTenantKey(ctx, tx);
  const key = job.data_key_sealed ? await ctx.keys.openDataKey(job.data_key_sealed, tenantKey) : undefined;
  const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenantId }, select: { id: true, name: true } });
  const version = await tx.workflowVersion.findUniqueOrThrow({
    where: { workflow_id_version: { workflow_id: job.workflow_id, version: job.workflow_version } },
  });
  const erased = await tx.erasure.findFirst({ where: { target: job.id } });
  return {
    tenant,
    job: await viewJob(ctx, tx, job),
    workflow: WorkflowDefinition.parse(version.definition),
    models: await modelsOf(ctx, key, job),
    review: await reviewOf(ctx, key, job),
    erasure: erased && viewErasure(erased),
    media: await hashMedia(ctx, tx, key, job),
    ...(await excerpt(ctx, tx, job)),
  };
}

async function unseal(ctx: Ctx, key: DataKey | undefined, job: Job, column: "result_sealed" | "review_note_sealed") {
  const sealed = job[column];
  if (!key || !sealed) return null;
  return new TextDecoder().decode(await ctx.keys.open(key, sealed, sealContext("job", column, job.id)));
}

async function modelsOf(ctx: Ctx, key: DataKey | undefined, job: Job): Promise<ModelUsed[]> {
  const text = await unseal(ctx, key, job, "result_sealed");
  return text === null ? [] : JobResult.parse(JSON.parse(text)).models;
}

async function reviewOf(ctx: Ctx, key: DataKey | undefined, job: Job): Promise<GatheredEvidence["review"]> {
  if (!job.reviewed_by || !job.reviewed_at) return null;
  const note = await unseal(ctx, key, job, "review_note_sealed");
  return { by: job.reviewed_by, at: job.reviewed_at.toISOString(), note };
}

function viewErasure({ id, requested_at, key_hash }: Erasure) {
  return { id, at: requested_at.toISOString(), key_hash };
}

async function hashMedia(ctx: Ctx, tx: Tx, key: DataKey | undefined, job: Job): Promise<PackedMedia[]> {
  const rows = await tx.media.findMany({
    where: { job_id: job.id },
    orderBy: [{ kind: "asc" }, { position: "asc" }, { id: "asc" }],
  });
  const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  return Promise.all(
    rows.map(async (row) => {
      const { id, kind, position, mime, bytes, width, height } = row;
      const there = key !== undefined && row.deleted_at === null;
      const sha256 = there ? hash(await readMedia(ctx, key, row)) : null;
      return { id, kind, position, mime, bytes, width, height, created_at: row.created_at.toISOString(), sha256 };
    }),
  );
}

async function excerpt(ctx: Ctx, tx: Tx, job: Job): Promise<Pick<GatheredEvidence, "audit" | "head">> {
  const chain = ctx.tenantId;
  const targets = [job.id, ...(job.session_id ? [job.session_id] : [])];
  const span = await tx.auditEntry.aggregate({
    where: { chain, target: { in: targets } },
    _min: { seq: true },
    _max: { seq: true },
  });
  const last = span._max.seq ?? 0n;
  const first = [span._min.seq ?? 0n, last - BigInt(EXCERPT_MAX - 1)].reduce((a, b) => (a > b ? a : b));
  const rows = await tx.auditEntry.findMany({
    where: { chain, seq: { gte: first, lte: last } },
    orderBy: { seq: "asc" },
  });
  const head = await tx.auditEntry.findFirstOrThrow({ where: { chain }, orderBy: { seq: "desc" } });
  return { audit: rows.map(chainedEntry), head: { seq: Number(head.seq), hash: head.hash } };
}
