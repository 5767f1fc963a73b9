import { strFromU8, unzipSync } from "fflate";
import type { ChainedEntry } from "@/server/services/audit/audit-entry";
import { problemOf } from "@/server/services/audit/verify-audit-chain";
import { parseAuditLine } from "@/server/services/audit/verify-audit-lines";
import { AUDIT, MANIFEST, Manifest, PACKED, SIGNATURE } from "@/server/services/evidence/evidence-pack";
import { hashOf } from "@/server/services/evidence/pack-evidence";
import { isSignedBy } from "@/server/services/evidence/signing-key";

export type PackVerdict =
  | { readonly intact: true; readonly manifest: Manifest; readonly entries: number }
  | { readonly intact: false; readonly file: string; readonly problem: string };

/**
 * Checks a pack without a server: the signature over the manifest, every file against it, no file beside it, and the
 * run of the audit chain entry by entry. With `publicKey` the signer must be that one; without, only that it is of one
 * piece is known, and whoever reads has to compare the key.
 */
export function verifyPack(zip: Uint8Array, publicKey?: string): PackVerdict {
  const files = unpack(zip);
  if (!files) return { intact: false, file: "the ZIP", problem: "unreadable" };
  const manifest = readManifest(files[MANIFEST]);
  if (!manifest) return { intact: false, file: MANIFEST, problem: "missing or unreadable" };
  if (publicKey !== undefined && manifest.key.public_key !== publicKey) {
    return { intact: false, file: MANIFEST, problem: `signed by another key: ${manifest.key.public_key}` };
  }
  const signature = files[SIGNATURE] && Buffer.from(strFromU8(files[SIGNATURE]), "base64");
  if (!signature || !isSignedBy(manifest.key.public_key, files[MANIFEST], signature)) {
    return { intact: false, file: SIGNATURE, problem: "the signature does not hold" };
  }
  return checkFiles(files, manifest) ?? checkChain(files[AUDIT], manifest);
}

function unpack(zip: Uint8Array): Record<string, Uint8Array> | undefined {
  try {
    return unzipSync(zip);
  } catch {
    return undefined;
  }
}

function readManifest(bytes: Uint8Array | undefined): Manifest | undefined {
  try {
    return bytes && Manifest.parse(JSON.parse(strFromU8(bytes)));
  } catch {
    return undefined;
  }
}

function checkFiles(files: Readonly<Record<string, Uint8Array>>, manifest: Manifest): PackVerdict | undefined {
  const unnamed = Object.keys(files).find((name) => !Object.hasOwn(manifest.files, name) && !OWN.includes(name));
  if (unnamed !== undefined) return { intact: false, file: unnamed, problem: "not in the manifest" };
  for (const name of new Set([...PACKED, ...Object.keys(manifest.files)])) {
    if (!files[name]) return { intact: false, file: name, problem: "missing" };
    if (hashOf(files[name]) !== manifest.files[name]) return { intact: false, file: name, problem: "altered" };
  }
  return undefined;
}

const OWN: readonly string[] = [MANIFEST, SIGNATURE];

function checkChain(bytes: Uint8Array, manifest: Manifest): PackVerdict {
  const { chain } = manifest;
  const text = strFromU8(bytes);
  const lines = text === "" ? [] : text.slice(0, -1).split("\n");
  const entries: ChainedEntry[] = [];
  const refuse = (line: number, problem: string): PackVerdict => {
    return { intact: false, file: `${AUDIT}, line ${line}`, problem };
  };
  for (const [index, line] of lines.entries()) {
    const entry = parseAuditLine(line);
    if (!entry) return refuse(index + 1, "unreadable");
    const before = entries.at(-1)?.hash ?? entry.prev_hash;
    const problem = problemOf(entry, chain.id, chain.first_seq + index, before);
    if (problem) return refuse(index + 1, problem);
    entries.push(entry);
  }
  const last = entries.at(-1);
  if ((last?.seq ?? 0) !== chain.last_seq) return refuse(lines.length, "missing_or_moved");
  if (chain.head_seq === chain.last_seq && last && last.hash !== chain.head_hash)
    return refuse(lines.length, "link_broken");
  return { intact: true, manifest, entries: entries.length };
}

/**
 * Whether a whole exported chain holds the pack's run and its head at their places: what the pack says of it is true.
 */
export async function isInChain(zip: Uint8Array, lines: AsyncIterable<string> | Iterable<string>): Promise<boolean> {
  const files = unpack(zip);
  const manifest = readManifest(files?.[MANIFEST]);
  if (!files || !manifest) return false;
  const wanted = new Set(strFromU8(files[AUDIT]).split("\n").filter(Boolean));
  let head = false;
  for await (const line of lines) {
    wanted.delete(line);
    const entry = parseAuditLine(line);
    head ||= entry?.seq === manifest.chain.head_seq && entry.hash === manifest.chain.head_hash;
  }
  return wanted.size === 0 && head;
}
