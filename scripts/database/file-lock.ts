import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Runs `work` while no other process holds the lock file. A lock whose process is gone is taken over.
 * Rejects after `timeoutMs` with the number of the process that holds it.
 */
export async function withFileLock<T>(path: string, timeoutMs: number, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o755 });
  const until = Date.now() + timeoutMs;
  while (!take(path)) {
    const holder = holderOf(path);
    if (holder === undefined || !isAlive(holder)) rmSync(path, { force: true });
    else if (Date.now() > until) throw new Error(`Process ${holder} holds ${path}; end it, or remove the file.`);
    else await sleep(50);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path: string): boolean {
  try {
    const file = openSync(path, "wx", 0o600);
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Undefined where the file is gone; a file not yet written to counts as held by us for a moment longer. */
function holderOf(path: string): number | undefined {
  try {
    return Number(readFileSync(path, "utf8")) || process.pid;
  } catch {
    return undefined;
  }
}

/** Whether a process with this number runs (perhaps another user's). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
