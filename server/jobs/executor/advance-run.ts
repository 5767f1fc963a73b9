import { applyOps } from "@/server/jobs/executor/apply-ops";
import { backoffMs } from "@/server/jobs/executor/backoff";
import { type Call, callFunction } from "@/server/jobs/executor/call-function";
import type { RunStore } from "@/server/jobs/executor/run-store";
import type { FetchHandler, FunctionSpec, Reply, RunRecord, StepRecord } from "@/server/jobs/executor/types";

/** A step that was running each time this many workers died in a row is taken to be what kills them. */
const DEADLY_AFTER = 6;
/** From this many on, steps are found first and run by name, so that the deadly one is known. */
const SUSPECT_AFTER = 2;

export interface AdvanceTools {
  readonly store: RunStore;
  readonly handler: FetchHandler;
  readonly spec: FunctionSpec;
  /** The function's own failure handler, where it has one. */
  readonly failureFunctionId?: string;
  /** True once the worker was asked to stop: the run is given back at the next boundary. */
  readonly stopping: () => boolean;
  readonly now: () => Date;
  /** 0–1, for the spread of retries. */
  readonly random: () => number;
}

/**
 * Carries a claimed run on, call by call, until it is complete, failed, or has to wait; each result is written before
 * the next call. Throws LeaseLost where another worker took the run over.
 */
export async function advanceRun(claimed: RunRecord, tools: AdvanceTools): Promise<void> {
  let run: RunRecord = claimed;
  for (;;) {
    const now = tools.now();
    if (tools.stopping()) return tools.store.release(run, now, run.attempt);
    const open = run.steps.filter(({ state }) => state === "planned" || state === "sleep");
    const due = open.filter(({ wakeAt }) => wakeAt <= now);
    const changed = due.length > 0 ? await runDue(run, due, tools) : [];
    run = changed.length > 0 ? await save(run, changed, 0, tools) : run;
    const found = await discover(run, tools);
    if (found.kind === "end") return;
    if (found.steps.length > 0) {
      run = await save(run, found.steps, 0, tools);
      continue;
    }
    const waiting = run.steps.filter(({ state }) => state === "planned" || state === "sleep");
    if (waiting.length === 0) {
      const error = { name: "Error", message: "The function neither ended nor found a step." };
      return tools.store.fail(run, error, tools.failureFunctionId);
    }
    const until = new Date(Math.min(...waiting.map(({ wakeAt }) => wakeAt.getTime())));
    return tools.store.release(run, until, run.attempt);
  }
}

/** Runs what is due, side by side; a sleep is simply over. */
async function runDue(run: RunRecord, due: readonly StepRecord[], tools: AdvanceTools): Promise<StepRecord[]> {
  const results = await Promise.all(
    due.map(async (step): Promise<StepRecord[]> => {
      if (step.state === "sleep") return [{ ...step, state: "done", data: null, wakeAt: tools.now() }];
      if (run.abandoned >= DEADLY_AFTER) return [{ ...step, state: "failed", error: deadly(run), wakeAt: tools.now() }];
      const { attempt } = step;
      const reply = await call({ run, spec: tools.spec, stepId: step.id, attempt, planOnly: true }, tools);
      return stepsOf(reply, run, step, tools);
    }),
  );
  return results.flat();
}

function stepsOf(reply: Reply, run: RunRecord, step: StepRecord, tools: AdvanceTools): StepRecord[] {
  const context = contextOf(run, step.attempt, retryAtOf(reply, step.attempt, tools), tools);
  if (reply.kind === "ops") return applyOps(reply.ops, context);
  const error = reply.kind === "failed" ? reply.error : { name: "Error", message: "The step was not found." };
  const retry = reply.kind === "failed" && reply.retry;
  return applyOps(
    [{ id: step.id, op: retry ? "StepError" : "StepFailed", name: step.name ?? undefined, error }],
    context,
  );
}

type Found = { readonly kind: "end" } | { readonly kind: "steps"; readonly steps: readonly StepRecord[] };

/** Runs the code from what is memoised to the next step, or to its end. */
async function discover(run: RunRecord, tools: AdvanceTools): Promise<Found> {
  const { store, spec } = tools;
  const open = run.steps.some(({ state }) => state === "planned" || state === "sleep");
  const planOnly = open || run.abandoned >= SUSPECT_AFTER;
  const reply =
    run.abandoned >= 2 * DEADLY_AFTER
      ? ({ kind: "failed", error: deadly(run), retry: false } as const)
      : await call({ run, spec, attempt: run.attempt, planOnly }, tools);
  if (reply.kind === "complete") {
    await store.complete(run, reply.output);
    return { kind: "end" };
  }
  const retryAt = retryAtOf(reply, run.attempt, tools);
  if (reply.kind === "failed") {
    if (reply.retry && run.attempt + 1 < spec.maxAttempts) await store.release(run, retryAt, run.attempt + 1);
    else await store.fail(run, reply.error, tools.failureFunctionId);
    return { kind: "end" };
  }
  return { kind: "steps", steps: applyOps(reply.ops, contextOf(run, run.attempt, retryAt, tools)) };
}

/** A call that breaks (an answer that cannot be read) is a failed try like any other. */
async function call(what: Call, { handler }: AdvanceTools): Promise<Reply> {
  try {
    return await callFunction(handler, what);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: "failed", error: { name: "Error", message }, retry: true };
  }
}

async function save(run: RunRecord, steps: readonly StepRecord[], attempt: number, tools: AdvanceTools) {
  await tools.store.saveSteps(run, steps, attempt);
  const written = new Map(steps.map((step) => [step.id, step]));
  const kept = run.steps.filter(({ id }) => !written.has(id));
  const over = ({ state }: StepRecord): boolean => state === "done" || state === "failed";
  const all = [...kept.filter(over), ...steps.filter(over), ...kept, ...steps];
  return { ...run, attempt, abandoned: 0, steps: [...new Set(all)] };
}

function contextOf(run: RunRecord, attempt: number, retryAt: Date, tools: AdvanceTools) {
  const known = new Map(run.steps.map((step) => [step.id, step]));
  return { now: tools.now(), maxAttempts: tools.spec.maxAttempts, attempt, retryAt, known };
}

function retryAtOf(reply: Reply, attempt: number, { now, random }: AdvanceTools): Date {
  const asked = reply.kind === "complete" ? undefined : reply.retryAfter;
  return asked ?? new Date(now().getTime() + backoffMs(attempt + 1, random()));
}

function deadly(run: RunRecord): { name: string; message: string } {
  return { name: "WorkerDied", message: `${run.abandoned} workers died over this step; it is not tried again.` };
}
