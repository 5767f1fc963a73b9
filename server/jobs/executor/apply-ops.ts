import { parseWakeTime } from "@/server/jobs/executor/parse-wake-time";
import type { StepOp, StepRecord } from "@/server/jobs/executor/types";

export interface ApplyContext {
  readonly now: Date;
  readonly maxAttempts: number;
  /** Failed tries of the step that was just run, this one not counted. */
  readonly attempt: number;
  /** When a step that failed now is tried again. */
  readonly retryAt: Date;
  readonly known: ReadonlyMap<string, StepRecord>;
}

/**
 * Steps to write after a 206 answer; a step already known is written again only where its state moves on. What this
 * executor cannot carry out becomes a failed step that says so.
 */
export function applyOps(ops: readonly StepOp[], context: ApplyContext): StepRecord[] {
  return ops.flatMap((op) => {
    const known = context.known.get(op.id);
    const next = stepAfter(op, context);
    const repeated = known !== undefined && (next.state === "planned" || next.state === "sleep") && !isRetry(op);
    return repeated ? [] : [next];
  });
}

const isRetry = (op: StepOp): boolean => op.op === "StepError";

function stepAfter(op: StepOp, { now, maxAttempts, attempt, retryAt }: ApplyContext): StepRecord {
  const record = { id: op.id, name: op.displayName ?? op.name ?? null, data: null, error: null, wakeAt: now };
  const refused = (message: string): StepRecord => ({
    ...record,
    state: "failed",
    error: { name: "NonRetriableError", message },
    attempt: attempt + 1,
  });
  const sleepUntil = (wakeAt: Date | undefined): StepRecord =>
    wakeAt
      ? { ...record, state: "sleep", attempt: 0, wakeAt }
      : refused(`The wake-up time "${op.name}" cannot be read.`);
  switch (op.op) {
    case "StepRun":
    case "Step":
      return { ...record, state: "done", data: op.data ?? null, attempt };
    case "StepFailed":
      return { ...record, state: "failed", error: op.error ?? null, attempt: attempt + 1 };
    case "StepError":
      return attempt + 1 >= maxAttempts
        ? { ...record, state: "failed", error: op.error ?? null, attempt: attempt + 1 }
        : { ...record, state: "planned", error: op.error ?? null, attempt: attempt + 1, wakeAt: retryAt };
    case "StepPlanned":
      return { ...record, state: "planned", attempt: 0, wakeAt: now };
    case "Sleep":
      return sleepUntil(parseWakeTime(op.name ?? "", now));
    default:
      return refused(`The embedded executor does not carry out ${op.op}; a real Inngest server does.`);
  }
}
