import { type ChildProcess, spawn } from "node:child_process";

/** A process of the server, to be watched, killed and started again. */
export class BenchProcess {
  #child: ChildProcess | undefined;
  #errors = "";
  #wanted = false;
  #crashes = 0;

  constructor(
    private readonly args: readonly string[],
    private readonly env: Readonly<Record<string, string>> = {},
    private readonly program: string = process.execPath,
  ) {}

  get pid(): number | undefined {
    return this.running ? this.#child?.pid : undefined;
  }

  get running(): boolean {
    const child = this.#child;
    return child !== undefined && child.exitCode === null && child.signalCode === null;
  }

  /** How often it ended by itself and was started again, as `npm start` does. */
  get crashes(): number {
    return this.#crashes;
  }

  /** The last lines that it wrote to its standard error. */
  get errors(): string {
    return this.#errors;
  }

  /** Starts it, and starts it again whenever it ends by itself. */
  keep(): void {
    this.#wanted = true;
    this.start();
    this.#child?.once("exit", () => {
      if (!this.#wanted) return;
      this.#crashes++;
      setTimeout(() => this.#wanted && this.keep(), 500);
    });
  }

  /** `onMessage` hears what the process sends over its channel. */
  start(onMessage?: (message: unknown) => void): void {
    const child = spawn(this.program, this.args, {
      env: { ...process.env, ...this.env },
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.#child = child;
    child.stderr?.on("data", (chunk: Buffer) => {
      this.#errors = `${this.#errors}${chunk}`.slice(-4000);
    });
    if (onMessage) child.on("message", onMessage);
  }

  /** As a power cut would end it: no handler runs. */
  kill(): Promise<void> {
    return this.#end("SIGKILL");
  }

  stop(): Promise<void> {
    return this.#end("SIGTERM");
  }

  /** Resolves with the exit code once it has ended by itself. */
  ended(): Promise<number | null> {
    return new Promise((done) => {
      if (!this.running) return done(this.#child?.exitCode ?? null);
      this.#child?.once("exit", done);
    });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    this.#wanted = false;
    if (!this.running) return;
    const gone = this.ended();
    this.#child?.kill(signal);
    const force = setTimeout(() => this.#child?.kill("SIGKILL"), 15_000);
    await gone;
    clearTimeout(force);
  }
}
