/// <reference lib="webworker" />

import type { FaceReport } from "@/components/capture/vision/face-report";
import { documentMeter } from "@/components/capture/vision/measure-document";
import { toImage } from "@/components/capture/vision/to-image";
import type { WorkerAnswer, WorkerQuestion } from "@/components/capture/vision/worker-messages";
import type { Image } from "@/server/vision/types";

/** A way to follow a face: fetched and warmed when the page asks, then one report a frame. */
export interface FaceTracker {
  load(): Promise<void>;
  face(image: Image): Promise<FaceReport>;
}

/** Makes this worker the page's eyes, off its main thread, with one way to follow faces. */
export function answerQuestions(tracker: FaceTracker): void {
  const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
  const documents = documentMeter();
  const answer = async (question: WorkerQuestion): Promise<WorkerAnswer> => {
    const { id } = question;
    if (question.ask === "document") {
      return { id, answer: "document", report: documents(toImage(question.frame), question.guide) };
    }
    if (question.ask === "face") return { id, answer: "face", report: await tracker.face(toImage(question.frame)) };
    await tracker.load();
    return { id, answer: "loaded" };
  };
  scope.onmessage = (event: MessageEvent<WorkerQuestion>) => {
    answer(event.data).then(
      (message) => scope.postMessage(message),
      (error: unknown) =>
        scope.postMessage({ id: event.data.id, answer: "failed", message: String(error) } satisfies WorkerAnswer),
    );
  };
}
