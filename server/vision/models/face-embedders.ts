import type { FaceEmbedder } from "@/server/vision/models/face-embedder";
import { faceEmbeddingDlib } from "@/server/vision/models/face-embedding-dlib";
import { mobileFaceNet } from "@/server/vision/models/mobilefacenet";
import { sface } from "@/server/vision/models/sface";

/** Every embedder that can be chosen by its card's id, alone or together with others. */
export const FACE_EMBEDDERS: readonly FaceEmbedder[] = [mobileFaceNet, faceEmbeddingDlib, sface];
