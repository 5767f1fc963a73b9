/// <reference lib="webworker" />
import { documentMeter } from "@/components/capture/vision/measure-document";
import { faceMeter } from "@/components/capture/vision/measure-face";
import { toImage } from "@/components/capture/vision/to-image";
import { webRuntime } from "@/components/capture/vision/web-runtime";
import type { WorkerAnswer, WorkerQuestion } from "@/components/capture/vision/worker-messages";
import { infer } from "@/server/vision/infer";
import { BLAZEFACE_SIDE, blazeFace } from "@/server/vision/models/blazeface";
import { FACEMESH_SIDE, faceMesh } from "@/server/vision/models/facemesh";
import { IRIS_SIDE, irisModel } from "@/server/vision/models/iris";
import type { Image } from "@/server/vision/types";

/** The page's eyes, off its main thread. */
const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const runtime = webRuntime();
const face = faceMeter(runtime);
const documents = documentMeter();

const blank = (side: number): Image => ({ width: side, height: side, data: new Uint8ClampedArray(side * side * 3) });

async function answer(question: WorkerQuestion): Promise<WorkerAnswer> {
  if (question.ask === "document") {
    return { id: question.id, answer: "document", report: documents(toImage(question.frame), question.guide) };
  }
  if (question.ask === "face") {
    return { id: question.id, answer: "face", report: await face(toImage(question.frame)) };
  }
  await Promise.all([
    infer(runtime, blazeFace, blank(BLAZEFACE_SIDE)),
    infer(runtime, faceMesh, blank(FACEMESH_SIDE)),
    infer(runtime, irisModel, blank(IRIS_SIDE)),
  ]);
  return { id: question.id, answer: "loaded" };
}

scope.onmessage = (event: MessageEvent<WorkerQuestion>) => {
  answer(event.data).then(
    (message) => scope.postMessage(message),
    (error: unknown) =>
      scope.postMessage({ id: event.data.id, answer: "failed", message: String(error) } satisfies WorkerAnswer),
  );
};
