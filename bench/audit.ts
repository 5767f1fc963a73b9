/**
 * `npm run bench -- audit [--entries 100000] [--changes 60] [--json]`: one byte changed anywhere in a long chain, and
 * whether it is named.
 */
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { FIRST_PREV_HASH, hashOfEntry } from "@/server/services/audit/audit-entry";
import { verifyAuditLines } from "@/server/services/audit/verify-audit-lines";

export async function run(args: string[]): Promise<void> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ args, options: { entries: text, changes: text, json: { type: "boolean" } } });
  const [entries, changes] = [Number(values.entries ?? 100_000), Number(values.changes ?? 60)];
  const chain = Buffer.from(`${exportedChain(entries).join("\n")}\n`);
  const began = process.cpuUsage();
  const whole = await verifyAuditLines(linesOf(chain));
  const cpu = process.cpuUsage(began);
  let named = 0;
  for (let i = 0; i < changes; i++) if (await isNamed(chain, randomInt(chain.length), randomInt(1, 256))) named++;
  const figures = {
    entries,
    bytes: chain.length,
    intact: whole.intact,
    verified_in_cpu_ms: Math.round((cpu.user + cpu.system) / 1000),
    changes,
    named,
    passed: whole.intact && named === changes,
  };
  if (values.json) console.log(JSON.stringify(figures));
  else
    for (const [name, value] of Object.entries(figures)) console.log(`  ${name.padEnd(20)} ${JSON.stringify(value)}`);
  if (!figures.passed) process.exitCode = 1;
}

function linesOf(chain: Buffer): string[] {
  return chain.toString("latin1").slice(0, -1).split("\n");
}

/** Changes one byte, looks whether the very line is named that holds it, and puts it back. */
async function isNamed(chain: Buffer, at: number, by: number): Promise<boolean> {
  const line = chain.subarray(0, at).toString("latin1").split("\n").length;
  const before = chain[at];
  chain[at] = before ^ by;
  const verdict = await verifyAuditLines(chain.toString("latin1").replace(/\n$/, "").split("\n"));
  chain[at] = before;
  if (verdict.intact) return false;
  // A line's end belongs to the line before it; the one after may be torn off instead.
  return verdict.line === line || (before === 0x0a && verdict.line === line + 1);
}

function exportedChain(length: number): string[] {
  const lines: string[] = [];
  let prev_hash = FIRST_PREV_HASH;
  for (let seq = 1; seq <= length; seq++) {
    const entry = {
      chain: "ten_01jd3v7m4ke8t",
      seq,
      id: `aud_01jd3v7m4k${String(seq).padStart(12, "0")}`,
      tenant_id: "ten_01jd3v7m4ke8t",
      at: new Date(1_700_000_000_000 + seq * 1_000).toISOString(),
      actor: "vf_live_4ke8t",
      action: seq % 2 ? "job.created" : "job.decided",
      target: `job_01jd3v7m4k${String(seq).padStart(12, "0")}`,
      details: { workflow: "wfl_01jd3v7m4ke8t/1", session: null, score: (seq % 1000) / 10 },
      prev_hash,
    };
    prev_hash = hashOfEntry(entry);
    lines.push(JSON.stringify({ ...entry, hash: prev_hash }));
  }
  return lines;
}
