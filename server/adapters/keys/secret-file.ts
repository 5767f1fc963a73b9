import { randomBytes } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * 32 random bytes, kept as base64 in a file that only its owner can read; made at the first call.
 * Throws where the file holds anything else: a secret is never replaced silently.
 */
export function readOrMakeSecret(path: string): Uint8Array {
  const text = read(path) ?? make(path);
  const bytes = Buffer.from(text, "base64");
  if (bytes.length !== 32) throw new Error(`${path} must hold the base64 of 32 bytes; restore it from a backup.`);
  return bytes;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Written beside and then linked into place: of two processes that start at once, both end with the same secret. */
function make(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path);
    chmodSync(path, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(path, "utf8").trim();
}
