import type { OcrProvider } from "@/server/adapters/ocr/types";
import type { OnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";
import { documentEvidence } from "@/server/adapters/vision/document-evidence";
import { faceEvidence } from "@/server/adapters/vision/face-evidence";
import { inspectImage } from "@/server/adapters/vision/inspect-image";
import { livenessEvidence } from "@/server/adapters/vision/liveness-evidence";
import { pictureMemory } from "@/server/adapters/vision/picture-memory";
import { portraitJpeg } from "@/server/adapters/vision/portrait";
import { AppError } from "@/server/contract/errors";
import { searchGallery } from "@/server/domain/face/face-gallery";
import type { Vision } from "@/server/services/ports";
import { findFaceSpace } from "@/server/vision/models/face-space";

/**
 * Everything that a vision worker can do, with its models loaded as they are needed. `faceModel` names the face model,
 * or several joined by "+".
 */
export function visionOperations(runtime: OnnxNodeRuntime, faceModel: string, ocr: OcrProvider): Vision {
  const open = pictureMemory(runtime);
  return {
    inspect: inspectImage,
    liveness: (input) => livenessEvidence(input, { open, runtime }),
    face: async (bytes, where) => {
      const space = findFaceSpace(faceModel);
      if (!space) throw new AppError("model_unavailable", { model: faceModel, reason: "unknown" });
      return faceEvidence(bytes, where, space, { open, runtime });
    },
    document: (input) => documentEvidence(input, { runtime, ocr }),
    portrait: (bytes) => portraitJpeg(bytes, open),
    nearest: async (gallery, probe, limits) => searchGallery(gallery, probe, limits),
  };
}
