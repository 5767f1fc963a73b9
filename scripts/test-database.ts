import { randomBytes } from "node:crypto";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "@/scripts/database/embedded-postgres";
import { migrate, readMigrations } from "@/scripts/database/migrate";

declare module "vitest" {
  export interface ProvidedContext {
    /** A migrated, empty database that test files copy; nobody connects to it. */
    templateDatabase: string;
    /** Owner's address of the server's database `postgres`. */
    ownerUrl: string;
    /** Password of `veriflow_server` on that server. */
    serverPassword: string;
  }
}

/** Held by every test run that uses the server, so that the last one stops it. */
const USERS_LOCK = 8_141_202;
/** Nothing of a test has to survive a power cut. */
const SETTINGS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300" };

/**
 * Vitest's global set-up of the tests that need PostgreSQL: the embedded server in a folder of its own (or
 * TEST_DATABASE_URL, of a user who may make databases and roles) with a migrated template database.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { ownerUrl, serverPassword, stop } = await startServer();
  const user = new Client({ connectionString: ownerUrl });
  user.on("error", () => undefined);
  await user.connect();
  await user.query("SELECT pg_advisory_lock_shared($1)", [USERS_LOCK]);
  project.provide("templateDatabase", await makeTemplate(user, ownerUrl, serverPassword));
  project.provide("ownerUrl", ownerUrl);
  project.provide("serverPassword", serverPassword);
  return async () => {
    await user.query("SELECT pg_advisory_unlock_shared($1)", [USERS_LOCK]);
    const { rows } = await user.query<{ last: boolean }>("SELECT pg_try_advisory_lock($1) AS last", [USERS_LOCK]);
    if (rows[0].last) await stop();
    await user.end().catch(() => undefined);
  };
}

async function startServer() {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    const serverPassword = process.env.TEST_SERVER_PASSWORD ?? randomBytes(18).toString("base64url");
    return { ownerUrl: given, serverPassword, stop: async () => undefined };
  }
  const folder = ".veriflow/postgres-test";
  const { ownerUrl, serverPassword, stop } = await startEmbeddedPostgres({
    folder,
    database: "postgres",
    settings: SETTINGS,
  });
  return { ownerUrl, serverPassword, stop };
}

/** One template for each state of the migrations; it stays, so that the next run begins at once. */
async function makeTemplate(user: Client, ownerUrl: string, serverPassword: string): Promise<string> {
  const state = readMigrations("prisma/migrations")
    .map((m) => m.checksum)
    .join();
  const { rows } = await user.query<{ name: string }>("SELECT 'template_' || left(md5($1), 12) AS name", [state]);
  const name = rows[0].name;
  await user.query("SELECT pg_advisory_lock($1)", [USERS_LOCK + 1]);
  try {
    const { rowCount } = await user.query("SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate", [name]);
    if (rowCount) return name;
    await user.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await user.query(`CREATE DATABASE ${name}`);
    const url = new URL(ownerUrl);
    url.pathname = `/${name}`;
    await migrate(url.href, { serverPassword });
    await user.query(`ALTER DATABASE ${name} IS_TEMPLATE true`);
    return name;
  } finally {
    await user.query("SELECT pg_advisory_unlock($1)", [USERS_LOCK + 1]);
  }
}
