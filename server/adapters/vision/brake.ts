import { AppError } from "@/server/contract/errors";

/**
 * A task's brake: memory that the thread which asked and the worker share. A worker that is ended while it is inside
 * onnxruntime takes the whole process along (its binding cannot throw into a thread that is going away: `Napi::Error`,
 * SIGABRT). So a task that is given up is asked to stop before the next model, and its worker is ended only outside of
 * one.
 */
export type Brake = Int32Array<SharedArrayBuffer>;

const STATE = 0;
const INSIDE = 1;
const [WAITING, RUNNING, PULLED] = [0, 1, 2];

export const makeBrake = (): Brake => new Int32Array(new SharedArrayBuffer(8));

/** The worker begins; false where the task was given up before. */
export const begin = (brake: Brake): boolean => Atomics.compareExchange(brake, STATE, WAITING, RUNNING) === WAITING;

/** Gives the task up. Answers whether it had begun. */
export const pull = (brake: Brake): boolean => Atomics.exchange(brake, STATE, PULLED) === RUNNING;

/** Runs a model. From `pull` on none is begun: AppError `overloaded`. */
export async function withinModel<T>(brake: Brake, work: () => Promise<T>): Promise<T> {
  Atomics.add(brake, INSIDE, 1);
  try {
    if (Atomics.load(brake, STATE) === PULLED) throw givenUp();
    return await work();
  } finally {
    Atomics.sub(brake, INSIDE, 1);
    Atomics.notify(brake, INSIDE);
  }
}

export const isInsideModel = (brake: Brake): boolean => Atomics.load(brake, INSIDE) > 0;

/** Stands still until no model runs, or for `ms`. For a process that is about to exit. */
export function waitOutside(brake: Brake, ms: number): void {
  for (const until = Date.now() + ms; isInsideModel(brake) && Date.now() < until; ) {
    Atomics.wait(brake, INSIDE, Atomics.load(brake, INSIDE), until - Date.now());
  }
}

export const givenUp = (): AppError => new AppError("overloaded", { service: "vision", reason: "timeout" }, 5);
