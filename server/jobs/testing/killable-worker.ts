import { type ChildProcess, spawn } from "node:child_process";

/** The fixture worker as a process that a test kills and starts again over its own database and data folder. */
export class KillableWorker {
  #child: ChildProcess | undefined;

  constructor(
    private readonly databaseUrl: string,
    private readonly dataDir: string,
  ) {}

  /** Resolves once it works; rejects where it ends before. */
  async start(): Promise<void> {
    const env: Record<string, string> = {
      PATH: String(process.env.PATH),
      DATABASE_URL: this.databaseUrl,
      VERIFLOW_DATA_DIR: this.dataDir,
      VERIFLOW_MASTER_KEY: Buffer.alloc(32, 7).toString("base64"),
      WEBHOOK_ALLOW_PRIVATE: "loopback",
      LOG_LEVEL: "silent",
    };
    const child = spawn(process.execPath, ["--import", "tsx", "server/jobs/testing/fixture-worker.ts"], {
      env: env as NodeJS.ProcessEnv,
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.#child = child;
    await new Promise<void>((ready, failed) => {
      child.once("message", () => ready());
      child.once("exit", (code) => failed(new Error(`The worker ended with ${code} before it was ready.`)));
    });
  }

  /** `kill -9`; resolves once it is gone. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }
}
