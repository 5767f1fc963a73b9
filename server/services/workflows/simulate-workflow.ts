import type { Job, JobStep } from "@/prisma/generated/client";
import { type Decision, StepName } from "@/server/contract/enums";
import { JobResult, StepOutput } from "@/server/domain/scoring/job-result";
import { type PastVerification, replayDecision } from "@/server/domain/workflow/replay-decision";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx, DataKey, Tx } from "@/server/services/ports";
import { requireRunnable } from "@/server/services/workflows/require-runnable";

export interface ChangedDecision {
  readonly jobId: string;
  readonly createdAt: Date;
  readonly before: Decision;
  readonly after: Decision;
  readonly scoreBefore: number;
  readonly scoreAfter: number;
  /** The weightiest reason of what would be decided. */
  readonly reason: string | null;
}

export interface Simulation {
  readonly examined: number;
  /** Examined, and run without a step that the definition asks for: nobody knows what it would have found. */
  readonly unknowable: number;
  readonly changed: readonly ChangedDecision[];
  /** before → after → how many, of those that could be judged. */
  readonly table: Readonly<Record<Decision, Readonly<Record<Decision, number>>>>;
}

/** Verifications that are opened in one transaction. */
const BATCH = 50;
type JobWithSteps = Job & { readonly steps: readonly JobStep[] };

/**
 * What a definition would have decided of the newest verifications of this environment, against what the machine
 * decided of them; a person's later word is left aside. Nothing is written. AppError `invalid_request` for what cannot
 * be run.
 */
export async function simulateWorkflow(ctx: Ctx, input: { definition: unknown; limit?: number }): Promise<Simulation> {
  const definition = requireRunnable(input.definition);
  const limit = Math.min(input.limit ?? 200, 1_000);
  const changed: ChangedDecision[] = [];
  const table = emptyTable();
  let [examined, unknowable] = [0, 0];
  for (let cursor: string | undefined, left = limit; left > 0; ) {
    const batch = await ctx.database.inTenant(ctx.tenantId, (tx) => openBatch(ctx, tx, cursor, Math.min(BATCH, left)));
    for (const { job, result, past } of batch.opened) {
      examined++;
      const after = replayDecision(past, definition);
      if (!after) unknowable++;
      else {
        table[result.decision][after.decision]++;
        if (after.decision !== result.decision) changed.push(changeOf(job, result, after));
      }
    }
    if (batch.read < BATCH) break;
    left -= batch.read;
    cursor = batch.last;
  }
  return { examined, unknowable, changed, table };
}

function emptyTable(): Record<Decision, Record<Decision, number>> {
  const row = () => ({ accepted: 0, review: 0, rejected: 0 });
  return { accepted: row(), review: row(), rejected: row() };
}

function changeOf(job: Job, before: JobResult, after: NonNullable<ReturnType<typeof replayDecision>>): ChangedDecision {
  return {
    jobId: job.id,
    createdAt: job.created_at,
    before: before.decision,
    after: after.decision,
    scoreBefore: before.score,
    scoreAfter: after.score,
    reason: after.reasons[0]?.message ?? null,
  };
}

interface Opened {
  readonly job: Job;
  readonly result: JobResult;
  readonly past: PastVerification;
}

async function openBatch(
  ctx: Ctx,
  tx: Tx,
  cursor: string | undefined,
  take: number,
): Promise<{ read: number; last: string | undefined; opened: Opened[] }> {
  const jobs = await tx.job.findMany({
    where: { environment: ctx.environment, status: "completed", result_sealed: { not: null }, erased_at: null },
    include: { steps: true },
    orderBy: [{ created_at: "desc" }, { id: "desc" }],
    take,
    ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
  });
  const tenantKey = await openTenantKey(ctx, tx);
  const opened = await Promise.all(jobs.map((job) => open(ctx, tenantKey, job)));
  return { read: jobs.length, last: jobs.at(-1)?.id, opened: opened.filter((one) => one !== undefined) };
}

async function open(ctx: Ctx, tenantKey: DataKey, job: JobWithSteps): Promise<Opened | undefined> {
  if (!job.data_key_sealed || !job.result_sealed) return undefined;
  const key = await ctx.keys.openDataKey(job.data_key_sealed, tenantKey);
  const read = async (sealed: Uint8Array, table: string, column: string, id: string): Promise<unknown> =>
    JSON.parse(new TextDecoder().decode(await ctx.keys.open(key, sealed, sealContext(table, column, id))));
  const steps = job.steps.filter(({ name }) => name !== "scoring");
  const outputs = await Promise.all(
    steps.flatMap(({ name, output_sealed }) =>
      output_sealed ? [read(output_sealed, "job_step", "output_sealed", `${job.id}/${name}`)] : [],
    ),
  );
  const parsed = outputs.map((output) => StepOutput.parse(output));
  const asked = steps.filter(({ status }) => status !== "skipped").map(({ name }) => StepName.parse(name));
  const done = new Set(parsed.map(({ step }) => step as StepName));
  const past: PastVerification = {
    asked,
    outputs: Object.fromEntries(parsed.map((output) => [output.step, output])),
    undone: asked.filter((name) => !done.has(name)),
    today: (job.completed_at ?? job.created_at).toISOString().slice(0, 10),
  };
  return { job, past, result: JobResult.parse(await read(job.result_sealed, "job", "result_sealed", job.id)) };
}
