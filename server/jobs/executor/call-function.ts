import type { FetchHandler, FunctionSpec, Reply, RunRecord, StepOp } from "@/server/jobs/executor/types";

/** The SDK's word for "find out what comes next", in the place of a step's id. */
const DISCOVER = "step";

export interface Call {
  readonly run: RunRecord;
  readonly spec: FunctionSpec;
  /** Run this one planned step; left out: run the code up to the next step. */
  readonly stepId?: string;
  readonly attempt: number;
  /** Only find steps, run none: while several are open, or a step is suspected of killing the worker. */
  readonly planOnly: boolean;
}

/** One request to the SDK's own `serve()` handler, in this process, as an Inngest server would send it. */
export async function callFunction(handler: FetchHandler, call: Call): Promise<Reply> {
  const url = new URL("http://executor.invalid/api/inngest");
  url.searchParams.set("fnId", call.spec.id);
  url.searchParams.set("stepId", call.stepId ?? DISCOVER);
  const request = new Request(url, {
    method: "POST",
    headers: { "content-type": "application/json", host: url.host },
    body: JSON.stringify(bodyOf(call)),
  });
  const response = await handler(request);
  const text = await response.text();
  const body: unknown = text === "" ? null : JSON.parse(text);
  const retryAfter = readRetryAfter(response.headers.get("retry-after"));
  if (response.status === 200) return { kind: "complete", output: body };
  if (response.status === 206) return readOps(Array.isArray(body) ? body : [body], retryAfter);
  return { kind: "failed", error: body, retry: response.headers.get("x-inngest-no-retry") !== "true", retryAfter };
}

function bodyOf({ run, spec, attempt, planOnly }: Call): unknown {
  const memoised = run.steps.filter(({ state }) => state === "done" || state === "failed");
  const steps = Object.fromEntries(
    memoised.map(({ id, state, data, error }) => [
      id,
      state === "done" ? { type: "data", data: data ?? null } : { type: "error", error },
    ]),
  );
  return {
    version: -1,
    event: run.event,
    events: [run.event],
    steps,
    ctx: {
      run_id: run.id,
      attempt,
      max_attempts: spec.maxAttempts,
      disable_immediate_execution: planOnly,
      use_api: false,
      stack: { stack: memoised.map(({ id }) => id), current: Math.max(0, memoised.length - 1) },
    },
  };
}

function readOps(ops: StepOp[], retryAfter: Date | undefined): Reply {
  const complete = ops.find(({ op }) => op === "RunComplete");
  return complete ? { kind: "complete", output: complete.data } : { kind: "ops", ops, retryAfter };
}

function readRetryAfter(header: string | null): Date | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const moment = Number.isFinite(seconds) ? Date.now() + seconds * 1000 : Date.parse(header);
  return Number.isNaN(moment) ? undefined : new Date(moment);
}
