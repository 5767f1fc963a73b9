import { existsSync } from "node:fs";
import path from "node:path";
import { Piscina } from "piscina";
import { type Brake, givenUp, isInsideModel, makeBrake, pull, waitOutside } from "@/server/adapters/vision/brake";
import type { WorkerAnswer, WorkerTask } from "@/server/adapters/vision/worker-protocol";
import { AppError } from "@/server/contract/errors";
import type { Vision } from "@/server/services/ports";

export interface PoolOptions {
  /** Worker threads, each with its own models (about 150 MB). Default 2. */
  readonly threads?: number;
  /** Tasks that may wait; further ones are refused with `overloaded`. Default 64. */
  readonly queue?: number;
  /** A task that takes longer is given up and its worker replaced. Default 30 s. */
  readonly timeoutMs?: number;
  /**
   * Heap of one worker, MB; pixels and weights lie outside it. Default: as much as Node gives. A worker that needs more
   * dies.
   */
  readonly memoryMb?: number;
}

/** The workers of a pool, for a test to end one. */
type VisionPool = Vision & { close(): Promise<void>; threads(): readonly { terminate(): Promise<unknown> }[] };

/** A worker that was asked to stop and has not by now is ended, once it is outside of a model. */
const STOP_MS = 60_000;
/** How long a process that exits waits for models to be left. */
const EXIT_MS = 2_000;

/** Decoding and models on worker threads, so that nothing heavy runs on the event loop that serves requests. */
export function visionPool(options: PoolOptions = {}): VisionPool {
  const { threads = 2, queue = 64, timeoutMs = 30_000, memoryMb } = options;
  const pool = new Piscina({
    ...workerFile(),
    minThreads: 1,
    maxThreads: threads,
    maxQueue: queue,
    idleTimeout: 300_000,
    concurrentTasksPerWorker: 1,
    ...(memoryMb && { resourceLimits: { maxOldGenerationSizeMb: memoryMb } }),
  });
  // A worker that dies while nobody asks it anything is replaced; whoever asks next is told if that fails too.
  pool.on("error", () => undefined);
  const brakes = new Set<Brake>();
  const giveUpAll = () => brakes.forEach(pull);
  const onExit = () => {
    giveUpAll();
    for (const brake of brakes) waitOutside(brake, EXIT_MS);
  };
  process.once("exit", onExit);
  const ask = async (operation: WorkerTask["operation"], ...args: unknown[]): Promise<never> => {
    const task: WorkerTask = { operation, args, brake: makeBrake() };
    brakes.add(task.brake);
    const answer = await run(pool, task, timeoutMs, () => brakes.delete(task.brake));
    if ("refused" in answer) throw new AppError(answer.refused.code, answer.refused.details);
    return answer.value as never;
  };
  return {
    inspect: (bytes) => ask("inspect", bytes),
    liveness: (input) => ask("liveness", input),
    face: (bytes, where) => ask("face", bytes, where),
    document: (input) => ask("document", input),
    portrait: (bytes) => ask("portrait", bytes),
    nearest: (gallery, probe, limits) => ask("nearest", gallery, probe, limits),
    close: async () => {
      giveUpAll();
      await pool.close({ force: true });
      process.off("exit", onExit);
    },
    threads: () => pool.threads,
  };
}

/** The task's answer, or `overloaded` after its time; `ended` is called when no worker has it any more. */
async function run(pool: Piscina, task: WorkerTask, timeoutMs: number, ended: () => void): Promise<WorkerAnswer> {
  const end = new AbortController();
  let timer: NodeJS.Timeout;
  const work: Promise<WorkerAnswer> = pool.run(task, { signal: end.signal }).finally(() => {
    clearTimeout(timer);
    ended();
  });
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => {
      refuse(givenUp());
      if (pull(task.brake)) timer = endOutside(task.brake, end);
      else end.abort();
    }, timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw translate(error as Error & { code?: string });
  }
}

/** Ends the worker after `STOP_MS`, or at the first second after it in which it is outside of a model. */
function endOutside(brake: Brake, end: AbortController): NodeJS.Timeout {
  const started = Date.now();
  return setInterval(() => {
    if (Date.now() - started >= STOP_MS && !isInsideModel(brake)) end.abort();
  }, 1_000).unref();
}

/**
 * A full queue, a worker that died or ran out of memory, a task without end: refused clearly. Anything else is a bug.
 */
function translate(error: Error & { code?: string }): Error {
  if (/queue is at limit/i.test(error.message)) return new AppError("overloaded", { service: "vision" }, 2);
  if (error.name === "AbortError") return givenUp();
  if (/bad_alloc|allocate memory|out of memory/i.test(error.message) && error.code !== "ERR_WORKER_OUT_OF_MEMORY") {
    return new AppError("unavailable", { service: "vision", reason: "out_of_memory" }, 5);
  }
  const died =
    error.code === "ERR_WORKER_OUT_OF_MEMORY" || /^(wrapped: )?worker (exited|stopped)|terminat/i.test(error.message);
  return died ? new AppError("unavailable", { service: "vision", reason: "worker_died" }, 5) : error;
}

/** The bundle that `npm run build` makes, in production; the source through tsx elsewhere. */
function workerFile(): { filename: string; execArgv?: string[] } {
  const bundle = path.join(process.cwd(), ".veriflow", "build", "vision-worker.mjs");
  if (process.env.NODE_ENV === "production" && existsSync(bundle)) return { filename: bundle };
  const source = path.join(process.cwd(), "server", "adapters", "vision", "worker-entry.ts");
  if (!existsSync(source)) return { filename: bundle };
  return { filename: source, execArgv: ["--import", "tsx"] };
}
