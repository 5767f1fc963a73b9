import { type ChainedEntry, FIRST_PREV_HASH } from "@/server/services/audit/audit-entry";
import { problemOf } from "@/server/services/audit/verify-audit-chain";

export type FileVerdict =
  | { readonly intact: true; readonly chain: string | undefined; readonly entries: number; readonly head: string }
  | { readonly intact: false; readonly line: number; readonly id: string | undefined; readonly problem: string };

const NAMES = "action,actor,at,chain,details,hash,id,prev_hash,seq,target,tenant_id";

/**
 * Checks an exported chain (one entry of JSON a line) and names the first line that does not fit, counted from 1. Every
 * byte counts: what is not exactly as exported is a finding.
 */
export async function verifyAuditLines(lines: AsyncIterable<string> | Iterable<string>): Promise<FileVerdict> {
  let head = FIRST_PREV_HASH;
  let entries = 0;
  let chain: string | undefined;
  for await (const line of lines) {
    const entry = parseAuditLine(line);
    const at = { intact: false, line: entries + 1, id: entry?.id } as const;
    if (!entry) return { ...at, problem: "unreadable" };
    chain ??= entry.chain;
    const problem = problemOf(entry, chain, entries + 1, head);
    if (problem) return { ...at, problem };
    head = entry.hash;
    entries++;
  }
  return { intact: true, chain, entries, head };
}

/** Undefined for what is no entry, has other members, or is written otherwise than `JSON.stringify` writes it. */
export function parseAuditLine(line: string): ChainedEntry | undefined {
  try {
    const value = JSON.parse(line) as ChainedEntry;
    const exact = Object.keys(value).sort().join() === NAMES && JSON.stringify(value) === line;
    return exact ? value : undefined;
  } catch {
    return undefined;
  }
}
