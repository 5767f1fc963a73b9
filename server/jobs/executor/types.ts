/**
 * What the embedded executor knows of functions, runs and steps: the Inngest SDK's wire protocol, kept in PostgreSQL.
 */

/** One registered function, as the SDK itself would describe it to an Inngest server. */
export interface FunctionSpec {
  /** With the app's prefix: `veriflow-verify-identity`. */
  readonly id: string;
  readonly events: readonly string[];
  readonly crons: readonly string[];
  /** Tries of a step, or of the code between steps, before it counts as failed. */
  readonly maxAttempts: number;
  /** Runs of this function at a time in one worker. */
  readonly concurrency: number;
}

export interface JobEvent {
  readonly id: string;
  readonly name: string;
  readonly data: Record<string, unknown>;
  /** Milliseconds since 1970. */
  readonly ts: number;
}

/** `planned`: to be run by name; `sleep`: over at its time; `done` and `failed` are memoised. */
export type StepState = "planned" | "sleep" | "done" | "failed";

export interface StepRecord {
  readonly id: string;
  readonly state: StepState;
  readonly name: string | null;
  readonly data: unknown;
  readonly error: unknown;
  /** Tries that failed so far. */
  readonly attempt: number;
  /** When it is due; once it is over, when that was. */
  readonly wakeAt: Date;
}

export interface RunRecord {
  readonly id: string;
  readonly functionId: string;
  readonly event: JobEvent;
  /** Fences a lease: whoever holds an older one may not write. */
  readonly generation: number;
  /** Failed tries of the step that the code is at. */
  readonly attempt: number;
  /** Workers that died over this run since it last moved on. */
  readonly abandoned: number;
  /** Those that are over first, in the order in which they ended. */
  readonly steps: readonly StepRecord[];
}

/** One operation of a 206 answer. */
export interface StepOp {
  readonly id: string;
  readonly op: string;
  readonly name?: string;
  readonly displayName?: string;
  readonly data?: unknown;
  readonly error?: unknown;
  readonly opts?: unknown;
}

/** What one call of a function came to. */
export type Reply =
  | { readonly kind: "complete"; readonly output: unknown }
  | { readonly kind: "ops"; readonly ops: readonly StepOp[]; readonly retryAfter?: Date }
  | { readonly kind: "failed"; readonly error: unknown; readonly retry: boolean; readonly retryAfter?: Date };

export type FetchHandler = (request: Request) => Promise<Response>;
