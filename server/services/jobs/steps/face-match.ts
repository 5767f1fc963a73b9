import { AppError } from "@/server/contract/errors";
import type { Reason } from "@/server/contract/fields";
import { compareFaces } from "@/server/domain/face/compare-faces";
import type { FaceEvidence } from "@/server/domain/face/evidence";
import { matchThreshold } from "@/server/domain/face/match-threshold";
import { FACE_OF_ANOTHER } from "@/server/domain/scoring/rules/known-face";
import { findDuplicates } from "@/server/services/faces/find-duplicates";
import type { StepMaterial, StepRunner } from "@/server/services/jobs/step-material";
import type { Ctx } from "@/server/services/ports";

/**
 * Compares the live face with the document's: with the portrait that reading cut out, else with the whole front. Where
 * the tenant's workflow asks for it, also with everybody enrolled.
 */
export const runFaceMatchStep: StepRunner = async (ctx, material) => {
  const [live, portrait] = await Promise.all([livePicture(material), documentPicture(material)]);
  const [face, other] = await Promise.all([ctx.vision.face(live, "live"), ctx.vision.face(portrait, "document")]);
  const compared = compareFaces(face, other, matchThreshold(material.workflow.thresholds));
  const { match, similarity, threshold, usable } = compared;
  const reasons = [...compared.reasons, ...(await knownAs(ctx, material, face))];
  return { output: { step: "face_match", match, similarity, threshold, usable, reasons, models: [face.model] } };
};

/** A reason for each enrolled subject that the live face is like. */
async function knownAs(ctx: Ctx, { jobId, workflow }: StepMaterial, live: FaceEvidence): Promise<Reason[]> {
  if (!workflow.face_duplicates) return [];
  const job = await ctx.database.inTenant(ctx.tenantId, (tx) =>
    tx.job.findUniqueOrThrow({ where: { id: jobId }, select: { reference: true } }),
  );
  return (await findDuplicates(ctx, live, job.reference)).map(({ face_id, similarity }) => ({
    code: FACE_OF_ANOTHER,
    message: `The live face is like ${face_id}, enrolled for another subject (similarity ${similarity.toFixed(2)}).`,
    value: similarity,
  }));
}

/** The still, or the frame in the middle of the sequence. */
async function livePicture({ picture, media, bytesOf }: StepMaterial): Promise<Uint8Array> {
  const still = await picture("live");
  if (still) return still;
  const frames = media.filter(({ kind }) => kind === "frame");
  const frame = frames[Math.floor(frames.length / 2)];
  if (!frame) throw new AppError("not_found", { media: "live" });
  return bytesOf(frame);
}

async function documentPicture({ picture }: StepMaterial): Promise<Uint8Array> {
  const found = (await picture("portrait")) ?? (await picture("front"));
  if (!found) throw new AppError("not_found", { media: "front" });
  return found;
}
