import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "@/scripts/install.mjs";

/** Keeps the server's processes alive, and leaves a note of them so that a start after `kill -9` can clear up. */
export class Supervisor {
  readonly #children = new Map<string, ChildProcess>();
  readonly #runFile: string;
  #stopping = false;

  constructor(private readonly dataDir: string) {
    this.#runFile = join(dataDir, "run", "processes.json");
  }

  /** Ends what an earlier start left running when it was killed. Only processes of this checkout are touched. */
  clearLeftovers(): number {
    if (!existsSync(this.#runFile)) return 0;
    const pids = Object.values(JSON.parse(readFileSync(this.#runFile, "utf8")) as Record<string, number>);
    const ours = pids.filter((pid) => commandLine(pid).includes(ROOT));
    for (const pid of ours) process.kill(pid, "SIGKILL");
    rmSync(this.#runFile);
    return ours.length;
  }

  /** Starts a process and starts it again, a little later each time, whenever it ends. */
  run(name: string, args: readonly string[], env: Record<string, string>, failures = 0): void {
    const logFile = join(this.dataDir, "logs", `${name}.log`);
    mkdirSync(dirname(logFile), { recursive: true });
    const log = openSync(logFile, "a");
    const started = Date.now();
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ["ignore", log, log, "ipc"],
    });
    closeSync(log);
    this.#children.set(name, child);
    this.#remember();
    child.on("exit", (code, signal) => {
      if (this.#stopping) return;
      const quick = Date.now() - started < 10_000;
      const delayMs = quick ? Math.min(250 * 2 ** failures, 10_000) : 100;
      appendFileSync(
        logFile,
        `${JSON.stringify({ level: "warn", msg: "process ended", name, code, signal, delayMs })}\n`,
      );
      setTimeout(() => this.#stopping || this.run(name, args, env, quick ? failures + 1 : 0), delayMs);
    });
  }

  /** Asks every process to end, and ends it by force after five seconds. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all([...this.#children.values()].map(end));
    rmSync(this.#runFile, { force: true });
  }

  #remember(): void {
    mkdirSync(dirname(this.#runFile), { recursive: true });
    const pids = Object.fromEntries([...this.#children].map(([name, child]) => [name, child.pid]));
    writeFileSync(this.#runFile, JSON.stringify(pids));
  }
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill("SIGKILL"), 5_000);
    child.once("exit", () => {
      clearTimeout(force);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

/** The arguments a process was started with; empty where it is gone. */
function commandLine(pid: number): string {
  return spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout ?? "";
}
