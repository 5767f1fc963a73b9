import { chownSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Account } from "@/scripts/database/postgres-account";
import type { PostgresPrograms } from "@/scripts/database/postgres-programs";
import { runCommand } from "@/scripts/lib/run-command";

/**
 * `initdb` with passwords (scram-sha-256) even for local connections, UTF-8 and the same collation on every machine.
 */
export async function initialiseCluster(
  programs: PostgresPrograms,
  folder: string,
  dataDir: string,
  password: string,
  account: Account | undefined,
): Promise<void> {
  const passwordFile = join(folder, `initdb-password.${process.pid}`);
  // An interrupted initdb leaves a folder without PG_VERSION, which it would refuse to use again.
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [dataDir, passwordFile]) chownSync(path, account.uid, account.gid);
  const { code, output } = await runCommand(
    programs.initdb,
    [
      `--pgdata=${dataDir}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ],
    { cwd: "/", env: { LC_ALL: "C", LC_MESSAGES: "C" }, uid: account?.uid, gid: account?.gid },
  );
  rmSync(passwordFile, { force: true });
  if (code !== 0) {
    rmSync(dataDir, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not lay out its folder ${dataDir}:\n${output.trim()}`);
  }
}
