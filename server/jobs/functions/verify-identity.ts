import type { JobFunction } from "@/server/jobs/job-kit";
import { OUTAGE_RETRIES, retriable } from "@/server/jobs/retriable";
import { beginJob, type RunnableStep } from "@/server/services/jobs/begin-job";
import { decideJob } from "@/server/services/jobs/decide-job";
import { failJob } from "@/server/services/jobs/fail-job";
import { VERIFICATION_REQUESTED } from "@/server/services/jobs/job-events";
import { findJobCtx } from "@/server/services/jobs/make-job-ctx";
import { markUndone } from "@/server/services/jobs/mark-undone";
import { runStep } from "@/server/services/jobs/run-step";

interface Requested {
  readonly tenant_id: string;
  readonly job_id: string;
}

/** What the SDK hands to a failure handler, as far as it is used here. */
interface Failed {
  readonly event: { readonly data: { readonly event: { readonly data?: unknown } } };
  readonly step: { run(id: string, work: () => Promise<void>): Promise<unknown> };
}

/** One verification, step by step in the workflow's order, then the decision. */
export const verifyIdentity: JobFunction = ({ client, adapters, verifications }) =>
  client.createFunction(
    {
      id: "verify-identity",
      name: "Verify an identity",
      retries: OUTAGE_RETRIES,
      concurrency: verifications,
      triggers: [{ event: VERIFICATION_REQUESTED }],
      onFailure: async ({ event, step }: Failed) => {
        const { tenant_id: tenantId, job_id: jobId } = event.data.event.data as Requested;
        await step.run("fail", async () => {
          const ctx = await findJobCtx(adapters, tenantId, jobId);
          if (ctx) await failJob(ctx, jobId);
        });
      },
    },
    async ({ event, step, attempt }) => {
      const { tenant_id: tenantId, job_id: jobId } = event.data as Requested;
      const inJob = <T>(work: (ctx: NonNullable<Awaited<ReturnType<typeof findJobCtx>>>) => Promise<T>) =>
        retriable(async () => {
          const ctx = await findJobCtx(adapters, tenantId, jobId);
          return ctx && work(ctx);
        }, attempt);
      const plan = await step.run("begin", () => inJob((ctx) => beginJob(ctx, jobId)));
      for (const name of (plan?.steps ?? []) as RunnableStep[]) {
        try {
          await step.run(name, () => inJob((ctx) => runStep(ctx, { jobId, step: name })));
        } catch {
          await step.run(`${name}-undone`, () => inJob((ctx) => markUndone(ctx, { jobId, step: name })));
        }
      }
      return step.run("scoring", () => inJob((ctx) => decideJob(ctx, jobId)));
    },
  );
