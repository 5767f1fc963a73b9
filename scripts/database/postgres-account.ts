import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** A user of this machine that PostgreSQL's programs can run as. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root lends it another account: the one that owns the data already, else
 * `postgres`, else `nobody`. Undefined where the present user is not root and simply runs it.
 * Throws where root has no such account.
 */
export function findPostgresAccount(dataDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = parseAccounts(readFileSync("/etc/passwd", "utf8"));
  const owner = ownerOf(dataDir);
  const found =
    accounts.find((a) => a.uid === owner && owner !== 0) ??
    accounts.find((a) => a.name === "postgres") ??
    accounts.find((a) => a.name === "nobody");
  if (!found) {
    throw new Error("PostgreSQL does not run as root, and this machine has neither a user `postgres` nor `nobody`.");
  }
  return found;
}

/** Lines of passwd(5). */
export function parseAccounts(passwd: string): Account[] {
  return passwd
    .split("\n")
    .filter((line) => /^[^#:]+:/.test(line))
    .map((line) => line.split(":"))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/** Whether the account may pass through every folder above `path`, and enter (or run) `path` itself. */
export function canReach(account: Account, path: string): boolean {
  for (let at = resolve(path); ; at = dirname(at)) {
    const { uid, gid, mode } = statSync(at);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function ownerOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.uid;
}
