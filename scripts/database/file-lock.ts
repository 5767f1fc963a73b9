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
    const holder = read(path);
    if (holder !== undefined && holder !== "" && !isHeld(holder)) rmSync(path, { force: true });
    else if (Date.now() > until)
      throw new Error(`Process ${holder || "(unknown)"} holds ${path}; end it, or remove the file.`);
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
    writeSync(file, `${process.pid} ${birthOf(process.pid)}`);
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** "" while its holder is still writing it; undefined where it is gone. */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function isHeld(holder: string): boolean {
  const [pid, birth] = holder.split(" ");
  return isAlive(Number(pid)) && birthOf(Number(pid)) === birth;
}

/** Tells a process from a later one of the same number: boot and start time on Linux, nothing elsewhere. */
function birthOf(pid: number): string {
  try {
    const started = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")[19];
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${started}`;
  } catch {
    return "-";
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
