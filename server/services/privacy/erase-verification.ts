import { createHash } from "node:crypto";
import type { Erasure, Job } from "@/prisma/generated/client";
import { AppError } from "@/server/contract/errors";
import { appendAudit } from "@/server/services/audit/append-audit";
import type { JobEventToSend } from "@/server/services/jobs/job-events";
import { sendEvents } from "@/server/services/jobs/send-events";
import { forgetFrames } from "@/server/services/liveness/forget-frames";
import type { Ctx, Tx } from "@/server/services/ports";
import { purgeMedia } from "@/server/services/privacy/purge-media";
import { tellOfErasure } from "@/server/services/privacy/tell-of-erasure";

/**
 * Destroys a verification's data key and with it everything sealed under it: pictures, fields, results, the bodies of
 * its webhooks, its capture session. What tells nothing about the person stays: when, which decision, which workflow.
 * Answers the proof; erasing twice answers the same one. AppError `not_found`.
 */
export async function eraseVerification(
  ctx: Ctx,
  asked: { readonly jobId: string; readonly reason: "request" | "retention" },
): Promise<Erasure> {
  const { proof, due } = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM job WHERE id = ${asked.jobId} FOR UPDATE`;
    const job = await tx.job.findUnique({ where: { id: asked.jobId } });
    if (!job) throw new AppError("not_found", { job_id: asked.jobId });
    const done = await tx.erasure.findUnique({ where: { scope_target: { scope: "verification", target: job.id } } });
    return done ? { proof: done, due: [] } : destroy(ctx, tx, job, asked.reason);
  });
  await sendEvents(ctx, due);
  await purgeMedia(ctx, { job_id: asked.jobId });
  return ctx.database.inTenant(ctx.tenantId, (tx) => tx.erasure.findUniqueOrThrow({ where: { id: proof.id } }));
}

async function destroy(
  ctx: Ctx,
  tx: Tx,
  job: Job,
  reason: string,
): Promise<{ readonly proof: Erasure; readonly due: readonly JobEventToSend[] }> {
  const now = ctx.clock.now();
  const sessions = await tx.session.findMany({ where: { job_id: job.id }, select: { id: true } });
  const sessionIds = sessions.map((session) => session.id);
  const theirs = { OR: [{ job_id: job.id }, { session_id: { in: sessionIds } }] };
  await tx.media.updateMany({ where: { ...theirs, deleted_at: null }, data: { deleted_at: now } });
  await tx.media.updateMany({ where: { session_id: { in: sessionIds }, job_id: null }, data: { job_id: job.id } });
  await tx.media.updateMany({ where: { job_id: job.id }, data: { file_sign_sealed: null } });
  const media = await tx.media.count({ where: { job_id: job.id } });
  await emptyRows(ctx, tx, job, sessionIds);
  await emptyEvents(tx, [job.id, ...sessionIds]);
  const proof = await tx.erasure.create({
    data: {
      id: ctx.ids.make("era"),
      tenant_id: ctx.tenantId,
      environment: job.environment,
      scope: "verification",
      target: job.id,
      reason,
      requested_by: ctx.actor,
      key_hash: job.data_key_sealed && createHash("sha256").update(job.data_key_sealed).digest("hex"),
      media,
      requested_at: now,
    },
  });
  const due = await tellOfErasure(ctx, tx, "erasure.requested", proof);
  const details = { reason, proof: proof.id, key_hash: proof.key_hash, media };
  await appendAudit(ctx, tx, { action: "job.erased", target: job.id, details });
  return { proof, due };
}

async function emptyRows(ctx: Ctx, tx: Tx, job: Job, sessionIds: readonly string[]): Promise<void> {
  const running = job.status === "queued" || job.status === "processing";
  await tx.job.update({
    where: { id: job.id },
    data: {
      data_key_sealed: null,
      input_sealed: null,
      result_sealed: null,
      title_sealed: null,
      review_note_sealed: null,
      reference: null,
      erased_at: ctx.clock.now(),
      ...(running ? { status: "cancelled", completed_at: ctx.clock.now() } : {}),
    },
  });
  await tx.jobStep.updateMany({ where: { job_id: job.id }, data: { output_sealed: null } });
  await tx.documentSeen.deleteMany({ where: { job_id: job.id } });
  const asked = { subject: job.id, status: "pending" };
  await tx.approval.updateMany({ where: asked, data: { status: "withdrawn", input_sealed: null } });
  await forgetFrames(tx, job.id);
  await emptySessions(tx, sessionIds);
}

/** Takes from capture sessions their key and everything that a person or the tenant said in them. */
export async function emptySessions(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.session.updateMany({
    where: { id: { in: [...ids] } },
    data: {
      data_key_sealed: null,
      options_sealed: null,
      token_hash: null,
      cookie_hash: null,
      reference: null,
      return_url: null,
      state: {},
    },
  });
}

/**
 * Empties the events about these subjects, and what receivers answered to them; what was not delivered yet never will
 * be.
 */
export async function emptyEvents(tx: Tx, subjectIds: readonly string[]): Promise<void> {
  const about = { subject_id: { in: [...subjectIds] } };
  await tx.webhookDelivery.updateMany({
    where: { event: about, status: "pending" },
    data: { status: "failed", next_at: null },
  });
  await tx.webhookAttempt.updateMany({ where: { delivery: { event: about } }, data: { answer_sealed: null } });
  await tx.outboxEvent.updateMany({ where: about, data: { body_sealed: new Uint8Array() } });
}
