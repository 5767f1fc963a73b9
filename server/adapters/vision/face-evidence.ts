import type { LocatedPicture, OpenPicture } from "@/server/adapters/vision/picture-memory";
import type { FaceEvidence } from "@/server/domain/face/evidence";
import { faceEmbeddingDlib } from "@/server/vision/models/face-embedding-dlib";
import type { FaceSpace } from "@/server/vision/models/face-space";
import { alignFace } from "@/server/vision/pipelines/face/align-face";
import { faceQuality } from "@/server/vision/pipelines/face/face-quality";
import { faceTemplate } from "@/server/vision/pipelines/face/face-template";
import { eyeDistance } from "@/server/vision/pipelines/face/mesh-points";
import type { Runtime } from "@/server/vision/types";

/**
 * Longer side to which a picture is decoded; up to it a decoder of JPEG can leave out most of a phone picture's work.
 */
export const FACE_SIDES = { live: 1280, document: 1280 } as const;
/**
 * To which it is decoded again where the face came out smaller than the networks' own pictures of it, and there are
 * more pixels.
 */
const FINER_SIDE = 2600;
const LEAST_EYE_DISTANCE = 40;

/** The template of a picture's best face. Refuses a bad picture with AppError; no face is an answer. */
export async function faceEvidence(
  bytes: Uint8Array,
  where: keyof typeof FACE_SIDES,
  space: FaceSpace,
  { open, runtime }: { open: OpenPicture; runtime: Runtime },
): Promise<FaceEvidence> {
  const { id, version, sha256 } = space;
  const model = { id, version, sha256 };
  const { image, scale, located } = await openForFace(bytes, FACE_SIDES[where], open);
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

/**
 * A portrait may be a small part of its picture: where it is, or none is seen, the picture is looked at more closely.
 */
async function openForFace(bytes: Uint8Array, side: number, open: OpenPicture): Promise<LocatedPicture> {
  const first = await open(bytes, side);
  const mesh = first.located.best?.mesh;
  if (first.scale === 1 || (mesh && eyeDistance(mesh) >= LEAST_EYE_DISTANCE)) return first;
  const closer = await open(bytes, FINER_SIDE);
  return closer.located.best || !mesh ? closer : first;
}
