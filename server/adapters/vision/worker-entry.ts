import { availableParallelism } from "node:os";
import { createOcr } from "@/server/adapters/ocr/create-ocr";
import { ocrSettings } from "@/server/adapters/ocr/ocr-settings";
import { createOnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";
import { visionOperations } from "@/server/adapters/vision/operations";
import type { WorkerAnswer, WorkerTask } from "@/server/adapters/vision/worker-protocol";
import { AppError } from "@/server/contract/errors";
import { blazeFace } from "@/server/vision/models/blazeface";
import { DEFAULT_FACE_MODEL, findFaceSpace } from "@/server/vision/models/face-space";
import { faceMesh } from "@/server/vision/models/facemesh";
import { mrzOcrB } from "@/server/vision/models/mrz-ocr-b";
import { ppOcrDet } from "@/server/vision/models/pp-ocr-det";
import { ppOcrRec } from "@/server/vision/models/pp-ocr-rec";
import { recaptureModel } from "@/server/vision/models/recapture";

/** The worker thread: one runtime, one task at a time. A refusal travels back as a value, for errors lose their class on the way. */
const runtime = createOnnxNodeRuntime({ intraOpNumThreads: Math.min(2, availableParallelism()) });
const ocr = createOcr(runtime, ocrSettings(process.env));
const faceModel = process.env.FACE_MODEL ?? DEFAULT_FACE_MODEL;
const operations = visionOperations(runtime, faceModel, ocr);

// The first request should not pay for loading; a model that is missing is refused when it is asked for.
for (const model of [
  blazeFace,
  faceMesh,
  ...(findFaceSpace(faceModel)?.embedders ?? []),
  ppOcrDet,
  ppOcrRec,
  mrzOcrB,
  recaptureModel,
])
  runtime.load(model.card).catch(() => undefined);

export default async function work({ operation, args }: WorkerTask): Promise<WorkerAnswer> {
  try {
    const run = operations[operation] as (...given: readonly unknown[]) => Promise<unknown>;
    return { value: await run(...args) };
  } catch (error) {
    if (error instanceof AppError) return { refused: { code: error.code, details: error.details } };
    throw error;
  }
}
