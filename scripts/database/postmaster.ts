import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { isAlive } from "@/scripts/database/file-lock";

/** What a running PostgreSQL writes into its data folder (`postmaster.pid`). */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

export function readPostmaster(dataDir: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, port: Number(lines[3]) } : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Whether the process is PostgreSQL on this very folder; a number can be given again after a crash. */
export function runsOn(dataDir: string, { pid }: Postmaster): boolean {
  if (!isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(dataDir);
  } catch {
    return process.platform !== "linux";
  }
}

/**
 * Removes a `postmaster.pid` that a killed server left behind, so that a foreign process of that number is no obstacle.
 */
export function forgetPostmaster(dataDir: string): void {
  rmSync(join(dataDir, "postmaster.pid"), { force: true });
}

/** Undefined once the server answers; otherwise why it does not, in PostgreSQL's words. */
export async function connectFailure(url: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : String(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Fast shutdown (SIGINT): connections are cut, everything committed is written. By force after 20 seconds. */
export async function stopPostmaster(dataDir: string): Promise<void> {
  const running = readPostmaster(dataDir);
  if (!running || !runsOn(dataDir, running)) return;
  process.kill(running.pid, "SIGINT");
  for (let waited = 0; isAlive(running.pid) && runsOn(dataDir, running); waited += 50) {
    if (waited === 20_000) process.kill(running.pid, "SIGQUIT");
    await sleep(50);
  }
}
