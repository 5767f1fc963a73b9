import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { InferenceSession, Tensor as OrtTensor } from "onnxruntime-node";
import { limiter } from "@/server/adapters/limiter";
import { AppError } from "@/server/contract/errors";
import type { ModelCard, Runtime, TensorMap } from "@/server/vision/types";

export interface OnnxNodeOptions {
  /** Where `npm run models` puts `<id>/<file>`. Default `.veriflow/models` of the working directory. */
  readonly folder?: string;
  /** Threads inside one operator. Default 1: parallel work is done by parallel workers. */
  readonly intraOpNumThreads?: number;
  /** Runs in flight at once in this runtime. Default 1. */
  readonly concurrency?: number;
  /** Goes around whatever enters onnxruntime: a model's loading and its runs. */
  readonly around?: <T>(work: () => Promise<T>) => Promise<T>;
}

export interface OnnxNodeRuntime extends Runtime {
  /** Loads a model before its first use; rejects as `run` does. */
  load(card: ModelCard): Promise<void>;
  close(): Promise<void>;
}

/**
 * Runs models on the CPU with onnxruntime: one session a model, loaded on first use and only when the file's SHA-256 is
 * the one on its card. Rejects with `model_unavailable` (details: model, reason, fix) where the file is missing,
 * altered or unreadable.
 */
export function createOnnxNodeRuntime(options: OnnxNodeOptions = {}): OnnxNodeRuntime {
  const folder = options.folder ?? modelsFolder();
  const limit = limiter(options.concurrency ?? 1);
  const around = options.around ?? ((work) => work());
  const sessions = new Map<string, Promise<InferenceSession>>();
  const session = (card: ModelCard): Promise<InferenceSession> => {
    const key = `${card.id}@${card.sha256}`;
    const known = sessions.get(key);
    if (known) return known;
    const opening = readWeights(folder, card).then((weights) =>
      around(() => openSession(weights, card, options.intraOpNumThreads ?? 1)),
    );
    sessions.set(key, opening);
    opening.catch(() => sessions.delete(key));
    return opening;
  };
  return {
    run: async (card, inputs) => {
      const opened = await session(card);
      return limit(() => around(() => runSession(opened, inputs)));
    },
    load: async (card) => void (await session(card)),
    close: async () => {
      const open = await Promise.allSettled(sessions.values());
      sessions.clear();
      for (const s of open) if (s.status === "fulfilled") await s.value.release();
    },
  };
}

/** Folder of built models; `VERIFLOW_MODELS_DIR` moves it. */
export function modelsFolder(): string {
  return process.env.VERIFLOW_MODELS_DIR ?? path.join(process.cwd(), ".veriflow", "models");
}

async function readWeights(folder: string, card: ModelCard): Promise<Uint8Array> {
  const file = path.join(folder, card.id, card.file);
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) throw unavailable(card, "missing");
  if (createHash("sha256").update(bytes).digest("hex") !== card.sha256) throw unavailable(card, "checksum_differs");
  return bytes;
}

async function openSession(weights: Uint8Array, card: ModelCard, threads: number): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(weights, {
      executionProviders: ["cpu"],
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      executionMode: "sequential",
      graphOptimizationLevel: "all",
      logSeverityLevel: 3,
    });
  } catch {
    throw unavailable(card, "unreadable");
  }
}

function unavailable(card: ModelCard, reason: string): AppError {
  return new AppError("model_unavailable", { model: card.id, version: card.version, reason, fix: "npm run models" });
}

async function runSession(session: InferenceSession, inputs: TensorMap): Promise<TensorMap> {
  const feeds: Record<string, OrtTensor> = {};
  for (const [name, t] of Object.entries(inputs)) feeds[name] = new OrtTensor("float32", t.data, [...t.dims]);
  const results = await session.run(feeds);
  const out: Record<string, TensorMap[string]> = {};
  for (const [name, t] of Object.entries(results)) out[name] = { dims: t.dims, data: t.data as Float32Array };
  return out;
}
