import { JobInput } from "@/server/domain/scoring/job-result";
import { planSteps, type Sent } from "@/server/domain/workflow/plan-steps";
import { appendAudit } from "@/server/services/audit/append-audit";
import type { JobEventToSend } from "@/server/services/jobs/job-events";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx, DataKey, Tx } from "@/server/services/ports";
import { countQuota } from "@/server/services/usage/take-quota";
import { findWorkflow } from "@/server/services/verifications/find-workflow";

export interface NewJob {
  /** Made beforehand (`ctx.ids.make("job")`), so that pictures can be bound to it. */
  readonly jobId: string;
  /** The verification's own data key: new, or that of the session whose pictures it takes over. */
  readonly key: DataKey;
  readonly keySealed: Uint8Array<ArrayBuffer>;
  readonly sent: Sent;
  readonly input: JobInput;
  readonly reference?: string;
  /** The tenant's default without it. */
  readonly workflowId?: string;
  readonly sessionId?: string;
  /** Stores or takes over the pictures, once the verification's row is there. */
  readonly attachPictures: () => Promise<unknown>;
}

/**
 * Writes a queued verification with its planned steps, its pictures and its audit entry, in the caller's transaction.
 * After the commit, send what it returns and `verificationRequested`. AppError `not_found` for a workflow that is not
 * the tenant's.
 */
export async function createJob(ctx: Ctx, tx: Tx, job: NewJob): Promise<readonly JobEventToSend[]> {
  const workflow = await findWorkflow(ctx, tx, job.workflowId);
  const own = { tenant_id: ctx.tenantId };
  const input = JSON.stringify(JobInput.parse(job.input));
  await tx.job.create({
    data: {
      ...own,
      id: job.jobId,
      environment: ctx.environment,
      key_id: ctx.keyId ?? null,
      session_id: job.sessionId ?? null,
      workflow_id: workflow.id,
      workflow_version: workflow.version,
      reference: job.reference ?? null,
      data_key_sealed: job.keySealed,
      input_sealed: await ctx.keys.seal(job.key, input, sealContext("job", "input_sealed", job.jobId)),
      created_at: ctx.clock.now(),
    },
  });
  const steps = planSteps(workflow.definition, job.sent);
  await tx.jobStep.createMany({
    data: steps.map(({ name, asked }, position) => {
      return { ...own, job_id: job.jobId, name, position, status: asked ? "pending" : "skipped" };
    }),
  });
  await job.attachPictures();
  // The API counted its own call before it came here.
  const events = job.sessionId === undefined ? [] : await countQuota(ctx, tx, "workflow");
  await appendAudit(ctx, tx, {
    action: "job.created",
    target: job.jobId,
    details: { workflow: `${workflow.id}/${workflow.version}`, session: job.sessionId ?? null },
  });
  return events;
}
