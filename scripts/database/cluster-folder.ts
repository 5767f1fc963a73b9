import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Account, canReach } from "@/scripts/database/postgres-account";

/** What the embedded server needs to remember; `server.json`, readable by its owner only. */
export interface ClusterFacts {
  readonly port: number;
  /** Password of `postgres`, the owner of the database. */
  readonly ownerPassword: string;
  /** Password of `veriflow_server`, the login of the application. */
  readonly serverPassword: string;
}

/**
 * The wanted folder; or, where PostgreSQL's account could not pass to it (a checkout below /root), a folder of the
 * same name under /var/lib/veriflow.
 */
export function clusterFolder(wanted: string, account: Account | undefined): string {
  const folder = resolve(wanted);
  if (mkdirSync(folder, { recursive: true })) chmodSync(folder, 0o755);
  if (!account || canReach(account, folder)) return folder;
  const name = `${basename(folder)}-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}`;
  const elsewhere = join("/var/lib/veriflow", name);
  mkdirSync(elsewhere, { recursive: true });
  // Whatever the umask was: the account has to pass through; the data folder itself stays closed.
  for (const path of [dirname(elsewhere), elsewhere]) chmodSync(path, 0o755);
  if (canReach(account, elsewhere)) return elsewhere;
  throw new Error(`The user ${account.name}, as whom PostgreSQL runs, can enter neither ${folder} nor ${elsewhere}.`);
}

export function readFacts(folder: string): ClusterFacts {
  const file = join(folder, "server.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as ClusterFacts;
  return {
    port: 0,
    ownerPassword: randomBytes(24).toString("base64url"),
    serverPassword: randomBytes(24).toString("base64url"),
  };
}

export function saveFacts(folder: string, facts: ClusterFacts): void {
  writeFileSync(join(folder, "server.json"), `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600 });
}
