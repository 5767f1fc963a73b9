import { createHash } from "node:crypto";
import type { Erasure } from "@/prisma/generated/client";
import { AppError } from "@/server/contract/errors";
import { appendAudit } from "@/server/services/audit/append-audit";
import { sendEvents } from "@/server/services/jobs/send-events";
import type { Ctx } from "@/server/services/ports";
import { emptyEvents, emptySessions } from "@/server/services/privacy/erase-verification";
import { purgeMedia } from "@/server/services/privacy/purge-media";
import { tellOfErasure } from "@/server/services/privacy/tell-of-erasure";

/**
 * Destroys the key of a capture session that led to no verification, with its pictures. One still open is cancelled.
 * AppError `not_found`; `conflict` where a verification took it over (erase that one).
 */
export async function eraseSession(
  ctx: Ctx,
  asked: { readonly sessionId: string; readonly reason: "request" | "retention" },
): Promise<Erasure> {
  const { proof, due } = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM session WHERE id = ${asked.sessionId} FOR UPDATE`;
    const session = await tx.session.findUnique({ where: { id: asked.sessionId } });
    if (!session) throw new AppError("not_found", { session_id: asked.sessionId });
    if (session.job_id) throw new AppError("conflict", { job_id: session.job_id });
    const done = await tx.erasure.findUnique({ where: { scope_target: { scope: "session", target: session.id } } });
    if (done) return { proof: done, due: [] };
    const now = ctx.clock.now();
    const mine = { session_id: session.id };
    await tx.media.updateMany({ where: { ...mine, deleted_at: null }, data: { deleted_at: now } });
    await tx.media.updateMany({ where: mine, data: { file_sign_sealed: null } });
    await emptySessions(tx, [session.id]);
    await emptyEvents(tx, [session.id]);
    if (session.status === "requires_input") {
      await tx.session.update({ where: { id: session.id }, data: { status: "cancelled", completed_at: now } });
    }
    const sealed = session.data_key_sealed;
    const proof = await tx.erasure.create({
      data: {
        id: ctx.ids.make("era"),
        tenant_id: ctx.tenantId,
        environment: session.environment,
        scope: "session",
        target: session.id,
        reason: asked.reason,
        requested_by: ctx.actor,
        key_hash: sealed && createHash("sha256").update(sealed).digest("hex"),
        media: await tx.media.count({ where: mine }),
        requested_at: now,
      },
    });
    const details = { reason: asked.reason, proof: proof.id, key_hash: proof.key_hash, media: proof.media };
    const due = await tellOfErasure(ctx, tx, "erasure.requested", proof);
    await appendAudit(ctx, tx, { action: "session.erased", target: session.id, details });
    return { proof, due };
  });
  await sendEvents(ctx, due);
  await purgeMedia(ctx);
  return ctx.database.inTenant(ctx.tenantId, (tx) => tx.erasure.findUniqueOrThrow({ where: { id: proof.id } }));
}
