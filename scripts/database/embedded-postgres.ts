import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type ClusterFacts, clusterFolder, readFacts, saveFacts } from "@/scripts/database/cluster-folder";
import { createDatabase } from "@/scripts/database/create-database";
import { withFileLock } from "@/scripts/database/file-lock";
import { freePort } from "@/scripts/database/free-port";
import { initialiseCluster } from "@/scripts/database/initialise-cluster";
import { type Account, findPostgresAccount } from "@/scripts/database/postgres-account";
import { findPostgresPrograms } from "@/scripts/database/postgres-programs";
import {
  connectFailure,
  forgetPostmaster,
  readPostmaster,
  runsOn,
  stopPostmaster,
} from "@/scripts/database/postmaster";

export interface EmbeddedPostgres {
  /** As the owner: for migrations. */
  readonly ownerUrl: string;
  /** As `veriflow_server`, which owns nothing: for the application, once `migrate` has made the role. */
  readonly serverUrl: string;
  readonly serverPassword: string;
  readonly port: number;
  /** Where it really is: root may have had to go elsewhere than asked. */
  readonly clusterFolder: string;
  /** Whether a server that was still running was taken over. */
  readonly reused: boolean;
  /** Stops the server, whoever started it. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Where data, password and log are kept. */
  readonly folder?: string;
  readonly database?: string;
  /** Settings as in postgresql.conf, for a server that has to be started. */
  readonly settings?: Readonly<Record<string, string>>;
}

const START_TIMEOUT_MS = 60_000;
/** A killed server's children keep its port for a moment. */
const LINGER_MS = 3000;

/**
 * A real PostgreSQL from the npm package, on the loopback address only, in a folder of its own: laid out at the first
 * start, taken over where it still runs, started again after a crash. Throws with what to do where it cannot be had.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions = {}): Promise<EmbeddedPostgres> {
  const wanted = options.folder ?? ".veriflow/postgres";
  const account = findPostgresAccount(join(wanted, "data"));
  const folder = clusterFolder(wanted, account);
  const dataDir = join(folder, "data");
  const database = options.database ?? "veriflow";
  return withFileLock(join(folder, "start.lock"), START_TIMEOUT_MS, async () => {
    const { facts, reused } = await ensureRunning(folder, dataDir, account, options.settings ?? {});
    await createDatabase(urlOf(facts, "postgres", "postgres"), database);
    return {
      ownerUrl: urlOf(facts, "postgres", database),
      serverUrl: urlOf(facts, "veriflow_server", database),
      serverPassword: facts.serverPassword,
      port: facts.port,
      clusterFolder: folder,
      reused,
      stop: () => stopPostmaster(dataDir),
    };
  });
}

async function ensureRunning(
  folder: string,
  dataDir: string,
  account: Account | undefined,
  settings: Readonly<Record<string, string>>,
): Promise<{ facts: ClusterFacts; reused: boolean }> {
  let facts = readFacts(folder);
  const running = readPostmaster(dataDir);
  if (running && runsOn(dataDir, running)) {
    facts = { ...facts, port: running.port };
    if (await takeOver(facts, folder, () => !runsOn(dataDir, running))) return { facts, reused: true };
  }
  const programs = findPostgresPrograms(account, folder);
  if (!existsSync(join(dataDir, "PG_VERSION"))) {
    saveFacts(folder, facts);
    await initialiseCluster(programs, folder, dataDir, facts.ownerPassword, account);
  }
  facts = { ...facts, port: await freePort(facts.port, running ? LINGER_MS : 0) };
  saveFacts(folder, facts);
  await launch(programs.postgres, folder, dataDir, facts, account, settings);
  return { facts, reused: false };
}

/** False where the server ended while it was asked: it was being killed or stopped, and a new one can be started. */
async function takeOver(facts: ClusterFacts, folder: string, ended: () => boolean): Promise<boolean> {
  try {
    await untilAnswering(facts, folder, ended);
    return true;
  } catch (error) {
    if (ended()) return false;
    throw error;
  }
}

/**
 * A killed server's children hold its shared memory for a moment; PostgreSQL then refuses to start, so it is asked
 * again.
 */
async function launch(
  postgres: string,
  folder: string,
  dataDir: string,
  facts: ClusterFacts,
  account: Account | undefined,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    forgetPostmaster(dataDir);
    const server = runServer(postgres, folder, dataDir, facts.port, account, settings);
    let ended = false;
    server.once("exit", () => {
      ended = true;
    });
    server.once("error", () => {
      ended = true;
    });
    server.unref();
    try {
      await untilAnswering(facts, folder, () => ended);
      return;
    } catch (error) {
      if (tries === 20 || !ended) throw error;
      await sleep(250);
    }
  }
}

/** Its own session, so that Ctrl-C in the terminal reaches the application first and the database last. */
function runServer(
  postgres: string,
  folder: string,
  dataDir: string,
  port: number,
  account: Account | undefined,
  settings: Readonly<Record<string, string>>,
): ChildProcess {
  const all = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    max_connections: "200",
    ...settings,
  };
  const log = openSync(join(folder, "postgres.log"), "a", 0o600);
  const server = spawn(postgres, ["-D", dataDir, ...Object.entries(all).flatMap(([k, v]) => ["-c", `${k}=${v}`])], {
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
    env: { ...process.env, LC_ALL: "C" },
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  });
  closeSync(log);
  return server;
}

async function untilAnswering(facts: ClusterFacts, folder: string, ended: () => boolean): Promise<void> {
  const until = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const failure = await connectFailure(urlOf(facts, "postgres", "postgres"));
    if (failure === undefined) return;
    if (ended() || Date.now() > until || failure.includes("password authentication")) {
      throw new Error(`The embedded PostgreSQL does not answer (${failure}). The end of its log:\n${logTail(folder)}`);
    }
    await sleep(30);
  }
}

function logTail(folder: string): string {
  const file = join(folder, "postgres.log");
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").slice(-12).join("\n") : "(none)";
}

function urlOf(facts: ClusterFacts, user: string, database: string): string {
  const password = user === "postgres" ? facts.ownerPassword : facts.serverPassword;
  return `postgresql://${user}:${password}@127.0.0.1:${facts.port}/${database}`;
}
