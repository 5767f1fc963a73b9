import { readdirSync, readFileSync } from "node:fs";

const TICK_MS = 10;

/** CPU milliseconds used so far by a process and all its descendants that still run (Linux's /proc); 0 elsewhere. */
export function treeCpuMs(pid: number | undefined): number {
  if (pid === undefined) return 0;
  const stats = readStats();
  const own = (id: number): number => {
    const children = [...stats.entries()].filter(([, stat]) => stat.parent === id).map(([child]) => child);
    return (stats.get(id)?.cpuMs ?? 0) + children.reduce((sum, child) => sum + own(child), 0);
  };
  return own(pid);
}

function readStats(): Map<number, { parent: number; cpuMs: number }> {
  const stats = new Map<number, { parent: number; cpuMs: number }>();
  for (const name of listProcesses()) {
    try {
      // proc(5): pid (comm) state ppid …, utime and stime are the fields 14 and 15, cutime and cstime 16 and 17
      const text = readFileSync(`/proc/${name}/stat`, "latin1");
      const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
      const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
      stats.set(Number(name), { parent: Number(fields[1]), cpuMs: ticks * TICK_MS });
    } catch {
      // ended in between
    }
  }
  return stats;
}

function listProcesses(): string[] {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}
