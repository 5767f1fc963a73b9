import pg from "pg";
import { WAKE_CHANNEL } from "@/server/adapters/event-sink";
import { holdWorkerLock } from "@/server/jobs/executor/leases";

const RECONNECT_MS = 500;

/**
 * One connection that hears wake-ups and holds the lock by which others see that this worker lives. It comes back by
 * itself; while it is down, polling does.
 */
export class WakeUpLine {
  #client: pg.Client | undefined;
  #closed = false;
  #retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly connection: pg.ClientConfig,
    private readonly leaseKey: number,
    private readonly onWake: () => void,
    private readonly onTrouble: (error: Error) => void,
  ) {}

  /** Resolves once the lock is held. */
  async open(): Promise<void> {
    const client = new pg.Client({ ...this.connection, application_name: "veriflow-worker" });
    client.on("notification", this.onWake);
    client.on("error", (error) => this.#lost(client, error));
    client.on("end", () => this.#lost(client, new Error("The connection ended.")));
    try {
      await client.connect();
      await holdWorkerLock(client, this.leaseKey);
      await client.query(`LISTEN ${WAKE_CHANNEL}`);
    } catch (error) {
      client.removeAllListeners("end");
      await client.end().catch(() => undefined);
      throw error;
    }
    this.#client = client;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  #lost(client: pg.Client, error: Error): void {
    if (this.#closed || this.#client !== client) return;
    this.#client = undefined;
    this.onTrouble(error);
    this.#again();
  }

  #again(): void {
    this.#retry = setTimeout(() => {
      if (this.#closed) return;
      this.open().then(this.onWake, (error: Error) => {
        this.onTrouble(error);
        this.#again();
      });
    }, RECONNECT_MS);
  }
}
