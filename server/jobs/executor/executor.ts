import { randomInt } from "node:crypto";
import pg from "pg";
import { advanceRun } from "@/server/jobs/executor/advance-run";
import { claimRuns, nextDueMs } from "@/server/jobs/executor/claim-runs";
import { endOrphanedLeases, giveBackLeases, renewLeases } from "@/server/jobs/executor/leases";
import { matchEvents } from "@/server/jobs/executor/match-events";
import { LEASE_SECONDS, LeaseLost, RunStore } from "@/server/jobs/executor/run-store";
import { tickCrons } from "@/server/jobs/executor/tick-crons";
import type { FetchHandler, FunctionSpec, RunRecord } from "@/server/jobs/executor/types";
import { WakeUpLine } from "@/server/jobs/executor/wake-up-line";
import type { Log } from "@/server/services/ports";

const POLL_MS = 500;
const STOP_WITHIN_MS = 10_000;

export interface ExecutorOptions {
  /** Of a role that may read and write the executor's tables. */
  readonly connectionString: string;
  /** Role to take on, where the connection's own may not write those tables. */
  readonly role?: string;
  readonly specs: readonly FunctionSpec[];
  /** The SDK's `serve()` handler. */
  readonly handler: FetchHandler;
  readonly log: Log;
}

/**
 * A power cut may cost the last moments of bookkeeping, and so repeat a step; that is worth not waiting for the disk.
 */
const sessionOptions = (role: string | undefined): string =>
  `-c synchronous_commit=off${role ? ` -c role=${role}` : ""}`;

/**
 * A worker of durable functions over PostgreSQL: the place that an Inngest server has otherwise. Any number may run
 * beside each other; one that is killed loses nothing but the call it was in, and the others go on with its runs.
 */
export class Executor {
  readonly #pool: pg.Pool;
  readonly #store: RunStore;
  readonly #line: WakeUpLine;
  readonly #leaseKey = randomInt(1, 2 ** 31 - 1);
  readonly #active = new Map<string, { functionId: string; done: Promise<void> }>();
  readonly #ticked = new Map<string, number>();
  readonly #timers: NodeJS.Timeout[] = [];
  #pumping: Promise<void> | undefined;
  #due: NodeJS.Timeout | undefined;
  #again = false;
  #stopping = false;

  constructor(private readonly options: ExecutorOptions) {
    const connection = { connectionString: options.connectionString, options: sessionOptions(options.role) };
    this.#pool = new pg.Pool({ ...connection, max: 8, application_name: "veriflow-worker" });
    this.#pool.on("error", (error) => this.#trouble(error));
    this.#store = new RunStore(this.#pool);
    const trouble = (error: Error): void => this.#trouble(error);
    this.#line = new WakeUpLine(connection, this.#leaseKey, () => this.wake(), trouble);
  }

  async start(): Promise<void> {
    await this.#line.open();
    this.#timers.push(setInterval(() => this.wake(), POLL_MS));
    this.#timers.push(setInterval(() => this.#renew(), (LEASE_SECONDS * 1000) / 3));
    this.wake();
  }

  /** Looks for work now; calls made while it looks lead to one more look. */
  wake(): void {
    this.#again = true;
    if (this.#pumping || this.#stopping) return;
    this.#pumping = this.#pump()
      .catch((error: Error) => this.#trouble(error))
      .finally(() => {
        this.#pumping = undefined;
        if (this.#again) this.wake();
      });
  }

  /** Takes no more work, lets calls under way end, gives the rest back. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const timer of this.#timers) clearInterval(timer);
    await this.#pumping;
    clearTimeout(this.#due);
    const all = Promise.allSettled([...this.#active.values()].map(({ done }) => done));
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([all, new Promise((resolve) => (timer = setTimeout(resolve, STOP_WITHIN_MS)))]);
    clearTimeout(timer);
    await giveBackLeases(this.#pool, this.#leaseKey).catch((error: Error) => this.#trouble(error));
    await this.#line.close();
    await this.#pool.end();
  }

  async #pump(): Promise<void> {
    while (this.#again && !this.#stopping) {
      this.#again = false;
      const { specs } = this.options;
      await endOrphanedLeases(this.#pool);
      await tickCrons(this.#pool, specs, new Date(), this.#ticked);
      if ((await matchEvents(this.#pool, specs)) > 0) this.#again = true;
      const claimed = await claimRuns(this.#pool, this.#leaseKey, this.#freeSlots());
      for (const run of claimed) this.#begin(run);
      if (claimed.length > 0) this.#again = true;
    }
    await this.#wakeAtNextDue();
  }

  /** Sleeps and retries end on time, not at the next poll. */
  async #wakeAtNextDue(): Promise<void> {
    clearTimeout(this.#due);
    if (this.#stopping) return;
    const ms = await nextDueMs(this.#pool, POLL_MS);
    if (ms !== undefined) this.#due = setTimeout(() => this.wake(), ms + 2);
  }

  #freeSlots(): Map<string, number> {
    const used = (id: string): number =>
      [...this.#active.values()].filter(({ functionId }) => functionId === id).length;
    const free = this.options.specs.map(({ id, concurrency }) => [id, concurrency - used(id)] as const);
    return new Map(free.filter(([, slots]) => slots > 0));
  }

  #begin(run: RunRecord): void {
    const done = this.#advance(run).finally(() => {
      this.#active.delete(run.id);
      this.wake();
    });
    this.#active.set(run.id, { functionId: run.functionId, done });
  }

  async #advance(run: RunRecord): Promise<void> {
    const spec = this.options.specs.find(({ id }) => id === run.functionId) as FunctionSpec;
    const failureId = `${spec.id}-failure`;
    const hasFailure = this.options.specs.some(({ id }) => id === failureId);
    try {
      await advanceRun(run, {
        store: this.#store,
        handler: this.options.handler,
        spec,
        failureFunctionId: hasFailure ? failureId : undefined,
        stopping: () => this.#stopping,
        now: () => new Date(),
        random: Math.random,
      });
    } catch (error) {
      if (error instanceof LeaseLost) this.options.log.warn({ run: run.id }, "run went to another worker");
      else this.#trouble(error as Error, run);
    }
  }

  #renew(): void {
    renewLeases(this.#pool, this.#leaseKey, [...this.#active.keys()]).catch((error: Error) => this.#trouble(error));
  }

  #trouble(error: Error, run?: RunRecord): void {
    this.options.log.error({ run: run?.id, function: run?.functionId, error: error.message }, "executor trouble");
  }
}
