import { AppError } from "@/server/contract/errors";
import type { JobView } from "@/server/contract/v1/kyc";
import type { Ctx } from "@/server/services/ports";
import { openJob, type ShownJob, type ShownStep } from "@/server/services/verifications/view-job";

/**
 * One verification of this tenant and environment. AppError `not_found`. One statement: callers ask for it again and
 * again.
 */
export async function getJob(ctx: Ctx, id: string): Promise<JobView> {
  const values = [id, ctx.tenantId, ctx.environment];
  const [row] = await ctx.database.tenantStatement<JobRow>(ctx.tenantId, { name: "get_job", text: GET_JOB, values });
  if (!row) throw new AppError("not_found", { job_id: id.slice(0, 100) });
  const tenantKey = await ctx.keys.openDataKey(row.tenant_key_sealed, "master");
  return openJob(ctx, { ...row, steps: row.steps.map(withDates) }, tenantKey);
}

const GET_JOB = `
  SELECT j.id, j.tenant_id, j.environment, j.session_id, j.workflow_id, j.workflow_version, j.status, j.decision, j.score,
    j.document_type, j.country, j.reference, j.data_key_sealed, j.input_sealed, j.result_sealed, j.reviewed_at, j.created_at,
    j.started_at, j.completed_at, t.data_key_sealed AS tenant_key_sealed,
    (SELECT coalesce(json_agg(json_build_object('name', s.name, 'position', s.position, 'status', s.status,
        'attempts', s.attempts, 'error', s.error, 'started_at', s.started_at, 'finished_at', s.finished_at)), '[]')
      FROM job_step s WHERE s.job_id = j.id) AS steps
  FROM job j JOIN tenant t ON t.id = j.tenant_id
  WHERE j.id = $1 AND j.tenant_id = $2 AND j.environment = $3`;

/** JSON tells dates as text. */
type StepRow = Omit<ShownStep, "started_at" | "finished_at"> & {
  readonly started_at: string | null;
  readonly finished_at: string | null;
};
type JobRow = Omit<ShownJob, "steps"> & { readonly tenant_key_sealed: Uint8Array; readonly steps: readonly StepRow[] };

function withDates(step: StepRow): ShownStep {
  const date = (text: string | null) => (text === null ? null : new Date(text));
  return { ...step, started_at: date(step.started_at), finished_at: date(step.finished_at) };
}
