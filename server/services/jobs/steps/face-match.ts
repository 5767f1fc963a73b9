import { AppError } from "@/server/contract/errors";
import { compareFaces } from "@/server/domain/face/compare-faces";
import type { StepMaterial, StepRunner } from "@/server/services/jobs/step-material";

/** Compares the live face with the document's: with the portrait that reading cut out, else with the whole front. */
export const runFaceMatchStep: StepRunner = async (ctx, material) => {
  const [live, portrait] = await Promise.all([livePicture(material), documentPicture(material)]);
  const [face, other] = await Promise.all([ctx.vision.face(live, "live"), ctx.vision.face(portrait, "document")]);
  const compared = compareFaces(face, other, { similarity: material.workflow.thresholds.similarity });
  const { match, similarity, threshold, usable, reasons } = compared;
  return { output: { step: "face_match", match, similarity, threshold, usable, reasons, models: [face.model] } };
};

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
