import * as ort from "onnxruntime-web/wasm";
import type { ModelCard, Runtime, Tensor, TensorMap } from "@/server/vision/types";

/** onnxruntime-web, one thread, from this page's own origin. A model is fetched when it is first wanted and kept. */
export function webRuntime(): Runtime {
  ort.env.wasm.wasmPaths = { wasm: `/ort/ort-wasm-simd-threaded.wasm?v=${ort.env.versions.web}` };
  ort.env.wasm.numThreads = 1;
  const sessions = new Map<string, Promise<ort.InferenceSession>>();
  const sessionOf = (card: ModelCard): Promise<ort.InferenceSession> => {
    let session = sessions.get(card.id);
    if (!session) {
      session = ort.InferenceSession.create(`/models/${card.id}/${card.file}?v=${card.sha256.slice(0, 12)}`, {
        executionProviders: ["wasm"],
        graphOptimizationLevel: "all",
      });
      session.catch(() => sessions.delete(card.id));
      sessions.set(card.id, session);
    }
    return session;
  };
  return {
    run: async (card, inputs) => {
      const session = await sessionOf(card);
      const feeds: Record<string, ort.Tensor> = {};
      for (const [name, { data, dims }] of Object.entries(inputs)) feeds[name] = new ort.Tensor("float32", data, dims);
      return toTensors(await session.run(feeds));
    },
  };
}

function toTensors(outputs: ort.InferenceSession.OnnxValueMapType): TensorMap {
  const out: Record<string, Tensor> = {};
  for (const [name, value] of Object.entries(outputs)) {
    out[name] = { dims: value.dims, data: value.data as Float32Array };
  }
  return out;
}
