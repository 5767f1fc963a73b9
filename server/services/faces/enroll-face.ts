import type { z } from "zod";
import { AppError } from "@/server/contract/errors";
import type { EnrolledFace } from "@/server/contract/v1/face";
import type { FaceEvidence } from "@/server/domain/face/evidence";
import { LEAST_QUALITY, QUALITY_MESSAGES, weakestPart } from "@/server/domain/face/quality-policy";
import { appendAudit } from "@/server/services/audit/append-audit";
import { sealFace } from "@/server/services/faces/face-template";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { lookAt } from "@/server/services/media/inspect-picture";
import type { Ctx } from "@/server/services/ports";

const FIELD = "image_base64";

/**
 * Keeps a sealed template of the one face in a picture; the picture is not kept. AppError `invalid_image` with the
 * reason.
 */
export async function enrollFace(
  ctx: Ctx,
  asked: { readonly image: Uint8Array; readonly subject: string; readonly consentReference?: string },
): Promise<z.input<typeof EnrolledFace>> {
  const evidence = await lookAt(ctx, [{ field: FIELD, bytes: asked.image }], () =>
    ctx.vision.face(asked.image, "live"),
  );
  refuseUnusable(evidence);
  const id = ctx.ids.make("fac");
  const createdAt = ctx.clock.now();
  await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const { key, sealed } = await ctx.keys.makeDataKey(await openTenantKey(ctx, tx));
    await tx.face.create({
      data: {
        id,
        tenant_id: ctx.tenantId,
        environment: ctx.environment,
        subject: asked.subject,
        model_id: evidence.model.id,
        model_version: evidence.model.version,
        data_key_sealed: sealed,
        consent_reference: asked.consentReference,
        template_sealed: await sealFace(ctx, key, id, evidence),
        created_at: createdAt,
      },
    });
    await appendAudit(ctx, tx, { action: "face.enrolled", target: id, details: { consent: true } });
  });
  return { face_id: id, subject: asked.subject, created_at: createdAt.toISOString() };
}

function refuseUnusable({ faces, template, quality }: FaceEvidence): void {
  const refuse = (reason: string, message: string): never => {
    throw new AppError("invalid_image", { field: FIELD, reason, message });
  };
  if (faces === 0 || !template) refuse("no_face", "No face was found.");
  if (faces > 1) refuse("several_faces", `${faces} faces were found; send a picture of one person.`);
  if (quality && quality.overall < LEAST_QUALITY) {
    const { code, message } = QUALITY_MESSAGES[weakestPart(quality)];
    refuse(code, message);
  }
}
