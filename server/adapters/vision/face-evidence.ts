import { decodePicture } from "@/server/adapters/image-decoder";
import type { FaceEvidence } from "@/server/domain/face/evidence";
import type { FaceEmbedder } from "@/server/vision/models/face-embedder";
import { alignFace } from "@/server/vision/pipelines/face/align-face";
import { embedFace } from "@/server/vision/pipelines/face/embed-face";
import { faceQuality } from "@/server/vision/pipelines/face/face-quality";
import { type LocatedFaces, locateFaces } from "@/server/vision/pipelines/face/locate-faces";
import type { Image, Runtime } from "@/server/vision/types";

/** Longer side to which a picture is decoded: a document's portrait is a small part of it. */
const SIDES = { live: 1280, document: 2000 } as const;

/** The template of a picture's best face. Refuses a bad picture with AppError; no face is an answer. */
export async function faceEvidence(
  bytes: Uint8Array,
  where: "live" | "document",
  embedder: FaceEmbedder,
  runtime: Runtime,
): Promise<FaceEvidence> {
  const { image, scale } = await decodePicture(bytes, { maxSide: SIDES[where] });
  return templateOf(image, await locateFaces(image, runtime), { scale, embedder, runtime });
}

/** The template of a face that was already found. */
export async function templateOf(
  image: Image,
  { count, best }: LocatedFaces,
  { scale, embedder, runtime }: { scale: number; embedder: FaceEmbedder; runtime: Runtime },
): Promise<FaceEvidence> {
  const { id, version, sha256 } = embedder.card;
  const model = { id, version, sha256 };
  const chip = best && alignFace(image, best.mesh, embedder.chip);
  const template = best && (await embedFace(image, best.mesh, embedder, runtime));
  if (!best || !chip || !template) return { faces: 0, model };
  const { size, sharpness, exposure, frontal, overall } = faceQuality(chip, best.mesh, scale);
  return { faces: count, template: [...template], quality: { size, sharpness, exposure, frontal, overall }, model };
}
