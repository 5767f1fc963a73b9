import type { FaceEmbedder } from "@/server/vision/models/face-embedder";
import { FACE_EMBEDDERS } from "@/server/vision/models/face-embedders";

/**
 * What makes templates: one network, or several whose embeddings, each of unit length, are laid end to end in equal
 * parts, so that the cosine of two templates is the mean of the networks' cosines. Templates of different spaces are
 * never compared.
 */
export interface FaceSpace {
  /** Ids, versions and checksums of the networks, joined by "+". */
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
  readonly embedders: readonly FaceEmbedder[];
}

/**
 * Two networks trained apart err apart: together they refuse a tenth fewer same-person pairs than the better one alone.
 */
export const DEFAULT_FACE_MODEL = "mobilefacenet+face-embedding-dlib";

/** The space of a model's id, or of several joined by "+"; undefined where one of them is unknown. */
export function findFaceSpace(id: string): FaceSpace | undefined {
  const embedders = id.split("+").flatMap((part) => FACE_EMBEDDERS.filter(({ card }) => card.id === part));
  return embedders.length === id.split("+").length ? faceSpace(embedders) : undefined;
}

function faceSpace(embedders: readonly FaceEmbedder[]): FaceSpace {
  const joined = (part: "id" | "version" | "sha256") => embedders.map(({ card }) => card[part]).join("+");
  return { id: joined("id"), version: joined("version"), sha256: joined("sha256"), embedders };
}
