import type { LocatedPicture, OpenPicture } from "@/server/adapters/vision/picture-memory";
import type { FaceEvidence } from "@/server/domain/face/evidence";
import { faceEmbeddingDlib } from "@/server/vision/models/face-embedding-dlib";
import type { FaceSpace } from "@/server/vision/models/face-space";
import { alignFace } from "@/server/vision/pipelines/face/align-face";
import { faceQuality } from "@/server/vision/pipelines/face/face-quality";
import { faceTemplate } from "@/server/vision/pipelines/face/face-template";
import type { Runtime } from "@/server/vision/types";

/** Longer side to which a picture is decoded: a document's portrait is a small part of it. */
export const FACE_SIDES = { live: 1280, document: 2000 } as const;

/** The template of a picture's best face. Refuses a bad picture with AppError; no face is an answer. */
export async function faceEvidence(
  bytes: Uint8Array,
  where: keyof typeof FACE_SIDES,
  space: FaceSpace,
  { open, runtime }: { open: OpenPicture; runtime: Runtime },
): Promise<FaceEvidence> {
  const { id, version, sha256 } = space;
  const model = { id, version, sha256 };
  const { image, scale, located }: LocatedPicture = await open(bytes, FACE_SIDES[where]);
  const mesh = located.best?.mesh;
  const chip = mesh && alignFace(image, mesh, faceEmbeddingDlib.chip);
  const template = mesh && (await faceTemplate(image, mesh, space, runtime));
  if (!chip || !template) return { faces: 0, model };
  const { size, sharpness, exposure, frontal, overall } = faceQuality(chip, mesh, scale);
  return {
    faces: located.count,
    template: [...template],
    quality: { size, sharpness, exposure, frontal, overall },
    model,
  };
}
