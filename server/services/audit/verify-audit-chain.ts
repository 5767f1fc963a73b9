import { type ChainedEntry, FIRST_PREV_HASH, hashOfEntry } from "@/server/services/audit/audit-entry";

export type ChainVerdict =
  | { readonly intact: true; readonly entries: number; readonly head: string }
  | {
      readonly intact: false;
      /** Place in the given order, from 0, and the entry's own words of who it is. */
      readonly at: number;
      readonly seq: number;
      readonly id: string;
      readonly problem: "altered" | "missing_or_moved" | "link_broken" | "other_chain";
    };

/**
 * Checks a whole chain, in order, and names the first entry that does not fit. An end that was cut off cannot be seen
 * from what is left: compare `head` and `entries` with a copy kept elsewhere.
 */
export function verifyAuditChain(entries: Iterable<ChainedEntry>): ChainVerdict {
  let head = FIRST_PREV_HASH;
  let count = 0;
  let chain: string | undefined;
  for (const entry of entries) {
    chain ??= entry.chain;
    const problem = problemOf(entry, chain, count + 1, head);
    if (problem) return { intact: false, at: count, seq: entry.seq, id: entry.id, problem };
    head = entry.hash;
    count++;
  }
  return { intact: true, entries: count, head };
}

/** What is wrong with an entry that should be the `seq`th of its chain, after `head`; undefined where nothing is. */
export function problemOf(entry: ChainedEntry, chain: string, seq: number, head: string) {
  if (hashOfEntry(entry) !== entry.hash) return "altered";
  if (entry.chain !== chain) return "other_chain";
  if (entry.seq !== seq) return "missing_or_moved";
  if (entry.prev_hash !== head) return "link_broken";
  return undefined;
}
