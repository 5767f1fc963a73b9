import type { FaceEmbedder } from "@/server/vision/models/face-embedder";
import { faceEmbeddingDlib } from "@/server/vision/models/face-embedding-dlib";
import { sface } from "@/server/vision/models/sface";

/** Every embedder that can be chosen by its card's id; templates of different ones are never compared. */
export const FACE_EMBEDDERS: readonly FaceEmbedder[] = [faceEmbeddingDlib, sface];
