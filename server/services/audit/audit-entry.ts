import { createHash } from "node:crypto";

/**
 * One entry of an audit chain as it is hashed and exported; `at` is ISO 8601 with milliseconds, `seq` counts from 1.
 */
export interface ChainedEntry {
  readonly chain: string;
  readonly seq: number;
  readonly id: string;
  readonly tenant_id: string | null;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly target: string;
  readonly details: unknown;
  /** Hash of the entry before, or `FIRST_PREV_HASH`. */
  readonly prev_hash: string;
  /** SHA-256 (hex) over all the rest. */
  readonly hash: string;
}

export const FIRST_PREV_HASH = "0".repeat(64);

/**
 * SHA-256, hex, over the canonical JSON (sorted keys, no white space; after RFC 8785) of everything but the hash
 * itself.
 */
export function hashOfEntry(entry: Omit<ChainedEntry, "hash">): string {
  const { chain, seq, id, tenant_id, at, actor, action, target, details, prev_hash } = entry;
  const hashed = { chain, seq, id, tenant_id, at, actor, action, target, details, prev_hash };
  return createHash("sha256").update(canonicalJson(hashed)).digest("hex");
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}
