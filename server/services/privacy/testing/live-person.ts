import type { TestTenant, TestWorld } from "@/server/adapters/testing/test-world";
import { CreateSessionBody } from "@/server/contract/v1/sessions";
import { magicPicture } from "@/server/domain/sandbox/magic-picture";
import { HOLDER } from "@/server/domain/sandbox/sound-passport";
import { JobInput } from "@/server/domain/scoring/job-result";
import { requestApproval } from "@/server/services/approvals/request-approval";
import { chooseDocument } from "@/server/services/capture/choose-document";
import { recordConsent } from "@/server/services/capture/record-consent";
import { storePicture } from "@/server/services/capture/store-picture";
import { enrollFace } from "@/server/services/faces/enroll-face";
import { beginJob } from "@/server/services/jobs/begin-job";
import { decideJob } from "@/server/services/jobs/decide-job";
import { runStep } from "@/server/services/jobs/run-step";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { sealContext } from "@/server/services/keys/seal-context";
import { drawLivenessChallenge } from "@/server/services/liveness/draw-liveness-challenge";
import { recallFrames } from "@/server/services/liveness/recall-frames";
import type { Ctx } from "@/server/services/ports";
import { claimIdempotencyKey, keepAnswer } from "@/server/services/requests/claim-idempotency-key";
import { logRequest } from "@/server/services/requests/log-request";
import { sandboxed } from "@/server/services/sandbox/sandboxed";
import { simulateSession } from "@/server/services/sandbox/simulate-session";
import { createSession } from "@/server/services/sessions/create-session";
import { getSession } from "@/server/services/sessions/get-session";
import { decideVerification } from "@/server/services/verifications/decide-verification";
import { startVerification } from "@/server/services/verifications/start-verification";
import { attemptDelivery } from "@/server/services/webhooks/attempt-delivery";

/** Everything that a tenant may come to know of one person. */
export const PERSON = {
  names: ["Eriksson", "ERIKSSON", "Anna Maria"],
  numbers: [HOLDER.document_number, HOLDER.birth_date],
  reference: "customer-4711-anna",
  profile: {
    full_name: "Anna Maria Eriksson",
    email: "anna.eriksson@mail.sandbox.example",
    phone: "+33612345678",
  },
  metadata: { street: "Rue de l'Exemple 7" },
  note: "Looks like her sister; compared with the picture of 2019",
} as const;

export interface LivedPerson {
  readonly known: typeof PERSON;
  readonly jobIds: readonly string[];
  readonly sessionIds: readonly string[];
  readonly faceId: readonly string[];
  /** Every picture's beginning, and how many of them are kept. */
  readonly picture: Uint8Array;
  readonly pictures: number;
  /** Each data key as it lies in the database, and as it is. */
  readonly keys: readonly Uint8Array[];
  /** Every value that was sealed under one of them. */
  readonly sealed: readonly Uint8Array[];
  /** One of them in clear, to show what they hold. */
  readonly opened: string;
  /** What of them belongs to one verification, as hex. */
  ofJob(jobId: string): readonly string[];
}

/**
 * Lets a person leave traces wherever the product keeps any: verifications, an open session, a face, logs, webhooks.
 */
export async function livePerson(world: TestWorld, tenant: TestTenant, known: typeof PERSON): Promise<LivedPerson> {
  const ctx: Ctx = { ...tenant.ctx, ...sandboxed(world.adapters, "test") };
  const first = await hostedVerification(ctx, known);
  const second = await ownVerification(ctx, known);
  const waiting = await openSession(ctx, known);
  const face = await enrollFace(ctx, { image: magicPicture("accepted"), subject: known.reference } as never);
  await leaveTraffic(ctx, known);
  for (const capture of [first, second])
    await recallFrames(ctx, { capture, frames: [{ tMs: 0, faces: 1, hash: "0123456789abcdef".repeat(4) }] });
  await world.sql("UPDATE media SET file_sign_sealed = '\\x00aa55' || decode(md5(id), 'hex') WHERE job_id = $1", [
    first,
  ]);
  const due = await world.sql<{ id: string }>("SELECT id FROM webhook_delivery WHERE status = 'pending'");
  for (const { id } of due) await attemptDelivery(ctx, { deliveryId: id, number: 1 });
  return { known, ...(await recall(world, ctx, { first, second, waiting, face: face.face_id })) };
}

async function carryOut(ctx: Ctx, jobId: string): Promise<void> {
  for (const step of (await beginJob(ctx, jobId)).steps) await runStep(ctx, { jobId, step });
  await decideJob(ctx, jobId);
}

async function hostedVerification(ctx: Ctx, { reference, profile, metadata, note }: typeof PERSON): Promise<string> {
  const asked = CreateSessionBody.parse({ reference, profile, metadata, return_url: `https://x.example/${reference}` });
  const { session_id: id } = (await createSession(ctx, asked)).view;
  await simulateSession(ctx, { id, scenario: "review" });
  const jobId = (await getSession(ctx, id)).job_id ?? "";
  await carryOut(ctx, jobId);
  await decideVerification(ctx, { id: jobId, decision: "accepted", note });
  return jobId;
}

async function ownVerification(ctx: Ctx, { reference, profile, metadata }: typeof PERSON): Promise<string> {
  const picture = magicPicture("accepted");
  const input = JobInput.parse({ profile, metadata });
  const { jobId } = await startVerification(ctx, { live: picture, front: picture, input, reference });
  await carryOut(ctx, jobId);
  return jobId;
}

/** One that was begun and left. */
async function openSession(ctx: Ctx, { reference, profile, metadata }: typeof PERSON): Promise<string> {
  const { view } = await createSession(ctx, CreateSessionBody.parse({ reference, profile, metadata }));
  const sessionId = view.session_id;
  await recordConsent(ctx, { sessionId, language: "en" });
  await chooseDocument(ctx, { sessionId, type: "passport", country: null });
  await storePicture(ctx, { sessionId, side: "front", bytes: magicPicture("accepted") });
  return sessionId;
}

async function leaveTraffic(ctx: Ctx, { reference, profile, note }: typeof PERSON): Promise<void> {
  await drawLivenessChallenge(ctx, { colours: true, reference } as never);
  await requestApproval(ctx, "tenant", { kind: "subject.erase", input: { reference, note } });
  const claim = { keyId: ctx.keyId ?? "", key: "k-1", endpoint: "readDocument", requestHash: "0".repeat(64) };
  await claimIdempotencyKey(ctx, claim);
  await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    await keepAnswer(ctx, tx, claim, { status: 200, body: JSON.stringify(profile) });
    const outcome = { requestId: "req_1", method: "GET", path: "/v1/kyc/jobs", status: 200, errorCode: null };
    await logRequest(ctx, tx, { ...outcome, durationMs: 1, keyLastUsedAt: null });
  });
}

interface Ids {
  readonly first: string;
  readonly second: string;
  readonly waiting: string;
  readonly face: string;
}

async function recall(world: TestWorld, ctx: Ctx, ids: Ids): Promise<Omit<LivedPerson, "known">> {
  const jobs = [ids.first, ids.second];
  const sessions = (
    await world.sql<{ id: string }>("SELECT id FROM session WHERE id = $1 OR job_id = ANY($2)", [ids.waiting, jobs])
  ).map(({ id }) => id);
  const own = [...jobs, ...sessions];
  const wrapped = await world.sql<{ owner: string; key: Buffer }>(
    `SELECT id AS owner, data_key_sealed AS key FROM job WHERE id = ANY($1)
     UNION ALL SELECT id, data_key_sealed FROM session WHERE id = $2
     UNION ALL SELECT id, data_key_sealed FROM face WHERE id = $3`,
    [jobs, ids.waiting, ids.face],
  );
  const sealed = await world.sql<{ owner: string; value: Buffer }>(SEALED, [own, ids.face]);
  const tenantKey = await ctx.database.inTenant(ctx.tenantId, (tx) => openTenantKey(ctx, tx));
  const keys = await Promise.all(
    wrapped.map(async ({ key }) => [key, (await ctx.keys.openDataKey(key, tenantKey)).bytes] as const),
  );
  const job = await world.sql<{ result_sealed: Buffer; data_key_sealed: Buffer }>("SELECT * FROM job WHERE id = $1", [
    ids.first,
  ]);
  const jobKey = await ctx.keys.openDataKey(job[0].data_key_sealed, tenantKey);
  const result = await ctx.keys.open(jobKey, job[0].result_sealed, sealContext("job", "result_sealed", ids.first));
  const [{ pictures }] = await world.sql<{ pictures: number }>(
    "SELECT count(*)::int AS pictures FROM media WHERE (job_id = ANY($1) OR session_id = ANY($1)) AND deleted_at IS NULL",
    [own],
  );
  return {
    jobIds: jobs,
    sessionIds: sessions,
    faceId: [ids.face],
    picture: magicPicture("accepted").subarray(8),
    pictures,
    keys: keys.flat(),
    sealed: sealed.map(({ value }) => value),
    opened: new TextDecoder().decode(result),
    ofJob: (jobId) =>
      [...wrapped.map(({ owner, key }) => ({ owner, value: key })), ...sealed]
        .filter(({ owner }) => owner === jobId)
        .map(({ value }) => value.toString("hex")),
  };
}

/** Every sealed value of these verifications, sessions and faces, with whose it is. */
const SEALED = `
  SELECT owner, value FROM (
    SELECT id AS owner, unnest(ARRAY[input_sealed, result_sealed, title_sealed, review_note_sealed]) AS value FROM job WHERE id = ANY($1)
    UNION ALL SELECT job_id, output_sealed FROM job_step WHERE job_id = ANY($1)
    UNION ALL SELECT id, options_sealed FROM session WHERE id = ANY($1)
    UNION ALL SELECT coalesce(job_id, session_id), file_sign_sealed FROM media WHERE job_id = ANY($1) OR session_id = ANY($1)
    UNION ALL SELECT job_id, holder_sealed FROM document_seen WHERE job_id = ANY($1)
    UNION ALL SELECT subject_id, body_sealed FROM outbox_event WHERE subject_id = ANY($1)
    UNION ALL SELECT e.subject_id, a.answer_sealed FROM webhook_attempt a JOIN webhook_delivery d ON d.id = a.delivery_id
      JOIN outbox_event e ON e.id = d.event_id WHERE e.subject_id = ANY($1)
    UNION ALL SELECT id, template_sealed FROM face WHERE id = $2) AS all_sealed
  WHERE value IS NOT NULL AND length(value) > 0`;
