import type { RgbaFrame } from "@/components/capture/camera/grab-frame";
import { ProblemError } from "@/components/capture/problem";
import type { FaceReport } from "@/components/capture/vision/face-report";
import type { DocumentReport } from "@/components/capture/vision/measure-document";
import type { WorkerAnswer, WorkerQuestion } from "@/components/capture/vision/worker-messages";
import type { Box } from "@/server/vision/types";

/** The worker, asked from the page. Rejects with the problem `models` where it cannot load or run. */
export interface VisionClient {
  /** Fetches and warms the face models; a second call waits for the first. */
  load(): Promise<void>;
  face(frame: RgbaFrame): Promise<FaceReport>;
  document(frame: RgbaFrame, guide: Box): Promise<DocumentReport>;
}

type Question = WorkerQuestion extends infer Q ? (Q extends WorkerQuestion ? Omit<Q, "id"> : never) : never;

/** Starts the worker at `url` when it is first asked. */
export function visionClient(url: string): VisionClient {
  let worker: Worker | undefined;
  let next = 1;
  let loading: Promise<void> | undefined;
  const waiting = new Map<number, { resolve: (answer: WorkerAnswer) => void; reject: (error: Error) => void }>();

  const start = (): Worker => {
    const started = new Worker(url, { type: "module" });
    started.onmessage = (event: MessageEvent<WorkerAnswer>) => {
      const asked = waiting.get(event.data.id);
      waiting.delete(event.data.id);
      if (event.data.answer === "failed") asked?.reject(new ProblemError("models"));
      else asked?.resolve(event.data);
    };
    started.onerror = () => {
      for (const asked of waiting.values()) asked.reject(new ProblemError("models"));
      waiting.clear();
      worker = undefined;
    };
    return started;
  };
  const ask = <A extends WorkerAnswer>(question: Question, transfer: Transferable[] = []): Promise<A> => {
    worker ??= start();
    const id = next++;
    return new Promise<A>((resolve, reject) => {
      waiting.set(id, { resolve: resolve as (answer: WorkerAnswer) => void, reject });
      worker?.postMessage({ ...question, id }, transfer);
    });
  };
  return {
    load: () => {
      loading ??= ask({ ask: "load" }).then(() => undefined);
      loading.catch(() => {
        loading = undefined;
      });
      return loading;
    },
    face: async (frame) => {
      const { report } = await ask<WorkerAnswer & { answer: "face" }>({ ask: "face", frame }, [frame.data.buffer]);
      return report;
    },
    document: async (frame, guide) => {
      const question = { ask: "document", frame, guide } as const;
      return (await ask<WorkerAnswer & { answer: "document" }>(question, [frame.data.buffer])).report;
    },
  };
}
