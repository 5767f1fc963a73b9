import type { Media } from "@/prisma/generated/client";
import { JobInput, StepOutput } from "@/server/domain/scoring/job-result";
import { WorkflowDefinition } from "@/server/domain/workflow/definition";
import { openJobKey } from "@/server/services/keys/open-job-key";
import { sealContext } from "@/server/services/keys/seal-context";
import { readMedia } from "@/server/services/media/read-media";
import type { NewMedia } from "@/server/services/media/store-media";
import type { Ctx, DataKey, Tx } from "@/server/services/ports";

/** What the steps before left, by name. */
export type StepOutputs = { readonly [S in StepOutput["step"]]?: Extract<StepOutput, { step: S }> };

/** Everything that a step may look at. */
export interface StepMaterial {
  readonly jobId: string;
  readonly key: DataKey;
  readonly input: JobInput;
  readonly workflow: WorkflowDefinition;
  readonly outputs: StepOutputs;
  readonly media: readonly Media[];
  /** ISO date. */
  readonly today: string;
  /** Bytes of the first picture of a kind; undefined where there is none. */
  picture(kind: NewMedia["kind"]): Promise<Uint8Array | undefined>;
  bytesOf(media: Media): Promise<Uint8Array>;
}

/** What a step found, and pictures that it cut out to be kept. */
export interface StepResult {
  readonly output: StepOutput;
  readonly media?: readonly Omit<NewMedia, "owner">[];
}

export type StepRunner = (ctx: Ctx, material: StepMaterial) => Promise<StepResult>;

/** Opens a verification for work, in the caller's transaction; undefined unless it is in work. */
export async function openMaterial(ctx: Ctx, tx: Tx, jobId: string): Promise<StepMaterial | undefined> {
  const job = await tx.job.findUnique({ where: { id: jobId }, include: { steps: true, media: true } });
  if (job?.status !== "processing") return undefined;
  const version = await tx.workflowVersion.findUniqueOrThrow({
    where: { workflow_id_version: { workflow_id: job.workflow_id, version: job.workflow_version } },
  });
  const key = await openJobKey(ctx, tx, job);
  const open = async (sealed: Uint8Array, table: string, column: string, id: string): Promise<unknown> =>
    JSON.parse(new TextDecoder().decode(await ctx.keys.open(key, sealed, sealContext(table, column, id))));
  const done = job.steps.filter((step) => step.status === "done" && step.output_sealed);
  const outputs = await Promise.all(
    done.map(async ({ name, output_sealed }) =>
      StepOutput.parse(await open(output_sealed as Uint8Array, "job_step", "output_sealed", `${jobId}/${name}`)),
    ),
  );
  const media = job.media.filter(({ deleted_at }) => deleted_at === null).sort((a, b) => a.position - b.position);
  const bytesOf = (one: Media): Promise<Uint8Array> => readMedia(ctx, key, one);
  return {
    jobId,
    key,
    input: JobInput.parse(job.input_sealed ? await open(job.input_sealed, "job", "input_sealed", jobId) : {}),
    workflow: WorkflowDefinition.parse(version.definition),
    outputs: Object.fromEntries(outputs.map((output) => [output.step, output])),
    media,
    today: ctx.clock.now().toISOString().slice(0, 10),
    bytesOf,
    picture: async (kind) => {
      const found = media.find((one) => one.kind === kind);
      return found && bytesOf(found);
    },
  };
}
