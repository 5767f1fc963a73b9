import { availableParallelism } from "node:os";
import { createOcr } from "@/server/adapters/ocr/create-ocr";
import { ocrSettings } from "@/server/adapters/ocr/ocr-settings";
import { createOnnxNodeRuntime } from "@/server/adapters/onnx-node-runtime";
import { type Brake, begin, givenUp, withinModel } from "@/server/adapters/vision/brake";
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

/**
 * The worker thread: one runtime, one task at a time. A refusal travels back as a value, for errors lose their class on
 * the way.
 */
let brake: Brake | undefined;
const runtime = createOnnxNodeRuntime({
  intraOpNumThreads: Math.min(2, availableParallelism()),
  around: (work) => (brake ? withinModel(brake, work) : work()),
});
const ocr = createOcr(runtime, ocrSettings(process.env));
const faceModel = process.env.FACE_MODEL ?? DEFAULT_FACE_MODEL;
const operations = visionOperations(runtime, faceModel, ocr);

/** What nearly every verification needs, loaded at once; a model that is missing is refused when it is asked for. */
const COMMON = [
  blazeFace,
  faceMesh,
  ...(findFaceSpace(faceModel)?.embedders ?? []),
  ppOcrDet,
  ppOcrRec,
  mrzOcrB,
  recaptureModel,
];
let loading: Promise<unknown> | undefined;

export default async function work(task: WorkerTask): Promise<WorkerAnswer> {
  brake = task.brake;
  try {
    if (!begin(brake)) throw givenUp();
    loading ??= Promise.allSettled(COMMON.map(({ card }) => runtime.load(card)));
    await loading;
    const run = operations[task.operation] as (...given: readonly unknown[]) => Promise<unknown>;
    return { value: await run(...task.args) };
  } catch (error) {
    if (error instanceof AppError) return { refused: { code: error.code, details: error.details } };
    throw error;
  }
}
