import type { TestTenant } from "@/server/adapters/testing/test-world";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { sealContext } from "@/server/services/keys/seal-context";
import { storeMedia } from "@/server/services/media/store-media";
import type { DataKey, Tx } from "@/server/services/ports";

/** Stands in every sealed value that `writeVerification` makes. */
export const NAME = "Zoltan-Erasmus";

export interface DecidedVerification {
  readonly jobId: string;
  readonly sessionId: string;
  readonly key: DataKey;
  readonly wrapped: Uint8Array;
  readonly media: { id: string; storage_key: string }[];
}

interface Making {
  readonly of: TestTenant;
  readonly now: Date;
  readonly ids: { readonly jobId: string; readonly sessionId: string };
  /** The name, sealed for that place. */
  readonly seal: (table: string, column: string, id: string) => Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * A decided verification from a capture session: sealed columns, two pictures, a step's output, a webhook with a try.
 */
export async function writeVerification(
  of: TestTenant,
  reference: string,
  now: Date,
  status = "completed",
): Promise<DecidedVerification> {
  const { ctx } = of;
  const ids = { jobId: ctx.ids.make("job"), sessionId: ctx.ids.make("ses") };
  return ctx.database.inTenant(of.id, async (tx) => {
    const { key, sealed } = await ctx.keys.makeDataKey(await openTenantKey(ctx, tx));
    const seal: Making["seal"] = (table, column, id) => ctx.keys.seal(key, NAME, sealContext(table, column, id));
    const making = { of, now, ids, seal };
    await writeJob(tx, making, { data_key_sealed: sealed, reference, status });
    const image = { mime: "image/png" as const, width: 1, height: 1, bytes: Buffer.from(`picture of ${NAME}`) };
    await storeMedia(ctx, tx, key, { owner: { jobId: ids.jobId }, kind: "front", image });
    await storeMedia(ctx, tx, key, { owner: { sessionId: ids.sessionId }, kind: "live", image });
    // As the end of a capture does: the verification takes the session's pictures over.
    await tx.media.updateMany({ where: { session_id: ids.sessionId }, data: { job_id: ids.jobId } });
    await writeWebhook(tx, making);
    const media = await tx.media.findMany({ where: { job_id: ids.jobId } });
    return { ...ids, key, wrapped: sealed, media };
  });
}

async function writeJob(
  tx: Tx,
  { of, now, ids: { jobId, sessionId }, seal }: Making,
  { status, ...given }: { data_key_sealed: Uint8Array<ArrayBuffer>; reference: string; status: string },
): Promise<void> {
  const data = { tenant_id: of.id, environment: "test", created_at: now, ...given };
  const options_sealed = await seal("session", "options_sealed", sessionId);
  await tx.session.create({
    data: { ...data, id: sessionId, job_id: jobId, expires_at: now, state: { note: NAME }, options_sealed },
  });
  await tx.job.create({
    data: {
      ...data,
      id: jobId,
      session_id: sessionId,
      workflow_id: (await tx.workflow.findFirstOrThrow()).id,
      workflow_version: 1,
      status,
      decision: "accepted",
      completed_at: status === "completed" ? now : null,
      input_sealed: await seal("job", "input_sealed", jobId),
      result_sealed: await seal("job", "result_sealed", jobId),
      title_sealed: await seal("job", "title_sealed", jobId),
    },
  });
  const step = { job_id: jobId, tenant_id: of.id, name: "ocr", position: 0 };
  await tx.jobStep.create({ data: { ...step, output_sealed: await seal("job_step", "output_sealed", jobId) } });
}

async function writeWebhook(tx: Tx, { of: { id: tenant_id, ctx }, now, ids, seal }: Making): Promise<void> {
  const event = { tenant_id, environment: "test", id: ctx.ids.make("evt"), type: "job.completed", created_at: now };
  const body_sealed = await seal("outbox_event", "body_sealed", event.id);
  await tx.outboxEvent.create({ data: { ...event, subject_id: ids.jobId, body_sealed } });
  const endpoint = { id: ctx.ids.make("whe"), tenant_id, environment: "test", url: "https://x.example", events: [] };
  await tx.webhookEndpoint.create({ data: { ...endpoint, secret_sealed: Buffer.of(1) } });
  const delivery = { id: ctx.ids.make("whd"), tenant_id, event_id: event.id, endpoint_id: endpoint.id };
  await tx.webhookDelivery.create({ data: delivery });
  const tried = { id: ctx.ids.make("wha"), tenant_id, delivery_id: delivery.id, number: 1, duration_ms: 1 };
  await tx.webhookAttempt.create({ data: { ...tried, answer_sealed: Buffer.from(NAME) } });
}
