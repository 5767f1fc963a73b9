import type { Job, JobStep as JobStepRow } from "@/prisma/generated/client";
import type { JobStep, JobView } from "@/server/contract/v1/kyc";
import { JobInput, JobResult } from "@/server/domain/scoring/job-result";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx, DataKey, Tx } from "@/server/services/ports";

export type JobWithSteps = Job & { readonly steps: readonly JobStepRow[] };

/** The columns that are shown. */
export type ShownJob = Omit<Job, "title_sealed" | "review_note_sealed" | "erased_at" | "key_id" | "reviewed_by"> & {
  readonly steps: readonly ShownStep[];
};
export type ShownStep = Omit<JobStepRow, "job_id" | "tenant_id" | "output_sealed">;

/** A verification as the API and the webhooks show it. What was sealed is null or empty once its key was destroyed. */
export async function viewJob(ctx: Ctx, tx: Tx, job: JobWithSteps): Promise<JobView> {
  return openJob(ctx, job, job.data_key_sealed ? await openTenantKey(ctx, tx) : undefined);
}

/** The same with the tenant's key at hand. */
export async function openJob(ctx: Ctx, job: ShownJob, tenantKey: DataKey | undefined): Promise<JobView> {
  const key = job.data_key_sealed && tenantKey ? await ctx.keys.openDataKey(job.data_key_sealed, tenantKey) : undefined;
  const [input, result] = await Promise.all([
    unseal(ctx, key, job, "input_sealed"),
    unseal(ctx, key, job, "result_sealed"),
  ]);
  return shape(job, input, result);
}

function shape(job: ShownJob, input: unknown, result: unknown): JobView {
  const judged = result === undefined ? undefined : JobResult.parse(result);
  return {
    job_id: job.id,
    status: job.status as JobView["status"],
    decision: job.decision as JobView["decision"],
    score: job.score,
    factors: judged?.factors ?? [],
    steps: [...job.steps].sort((a, b) => a.position - b.position).map(viewStep),
    detected: judged?.detected ?? null,
    fields: judged?.fields ?? null,
    evidence: judged?.evidence ?? [],
    quality: judged?.quality ?? null,
    checks: judged?.checks ?? [],
    reasons: judged?.reasons ?? [],
    reference: job.reference,
    metadata: input === undefined ? {} : JobInput.parse(input).metadata,
    session_id: job.session_id,
    workflow: { id: job.workflow_id, version: job.workflow_version },
    environment: job.environment as JobView["environment"],
    created_at: job.created_at.toISOString(),
    started_at: job.started_at?.toISOString() ?? null,
    completed_at: job.completed_at?.toISOString() ?? null,
  };
}

async function unseal(
  ctx: Ctx,
  key: DataKey | undefined,
  job: ShownJob,
  column: "input_sealed" | "result_sealed",
): Promise<unknown> {
  const sealed = job[column];
  if (!key || !sealed) return undefined;
  const plain = await ctx.keys.open(key, sealed, sealContext("job", column, job.id));
  return JSON.parse(new TextDecoder().decode(plain));
}

function viewStep(row: ShownStep): JobStep {
  const { started_at: started, finished_at: finished } = row;
  return {
    name: row.name as JobStep["name"],
    status: row.status as JobStep["status"],
    started_at: started?.toISOString() ?? null,
    finished_at: finished?.toISOString() ?? null,
    duration_ms: started && finished ? finished.getTime() - started.getTime() : null,
    attempts: row.attempts,
    error: row.error,
  };
}
