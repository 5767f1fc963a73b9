import { type ChildProcess, spawn } from "node:child_process";

/** The worker of durable functions as a process of its own, to be killed and started again. */
export class WorkerProcess {
  #child: ChildProcess | undefined;
  #errors = "";

  constructor(private readonly env: Readonly<Record<string, string>>) {}

  /** Resolves once the worker says that it is ready. */
  start(): Promise<void> {
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], {
      env: { ...process.env, ...this.env },
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.#child = child;
    child.stderr?.on("data", (chunk: Buffer) => {
      this.#errors = `${this.#errors}${chunk}`.slice(-2000);
    });
    return new Promise((ready, failed) => {
      child.once("message", () => ready());
      child.once("exit", (code, signal) => {
        if (signal !== "SIGKILL") failed(new Error(`The worker ended (${code ?? signal}). ${this.#errors}`));
      });
    });
  }

  /** As a power cut would end it: no handler runs. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.removeAllListeners("exit");
    child.once("exit", () => undefined);
    child.kill("SIGTERM");
    const force = setTimeout(() => child.kill("SIGKILL"), 15_000);
    await Promise.race([gone, new Promise((resolve) => child.once("exit", resolve))]);
    clearTimeout(force);
  }
}
