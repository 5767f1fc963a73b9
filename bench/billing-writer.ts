import { type ChildProcess, spawn } from "node:child_process";
import type { Simulation } from "@/server/services/billing/testing/simulate-usage";

/** A process that tells usage and can be killed in the middle of a transaction, as a power cut would. */
export class UsageWriter {
  constructor(
    private readonly env: Readonly<Record<string, string>>,
    private readonly simulation: Simulation,
  ) {}

  /** Tells the chunks from one to another; kills itself at `stopAt`. Answers the chunk that it had come to. */
  run(from: number, to: number, stopAt: number | undefined): Promise<number> {
    const args = ["--import", "tsx", "bench/tell-usage.ts", JSON.stringify({ ...this.simulation, from, to })];
    const child: ChildProcess = spawn(process.execPath, args, {
      env: { ...process.env, ...this.env },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    let reached = from;
    child.on("message", (message: { reached: number }) => {
      reached = message.reached;
      if (stopAt !== undefined && reached >= stopAt) child.kill("SIGKILL");
    });
    return new Promise((done, failed) => {
      child.once("exit", (code, signal) => {
        if (code === 0 || signal === "SIGKILL") done(code === 0 ? to : reached);
        else failed(new Error(`The writer ended with ${code ?? signal}.`));
      });
    });
  }
}
