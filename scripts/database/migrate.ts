import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { ensureRoles } from "@/scripts/database/ensure-roles";

export interface MigrateResult {
  /** Names of the migrations applied now, in order. */
  readonly applied: readonly string[];
  /** Applied by another version of the product, not in the folder. */
  readonly unknown: readonly string[];
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, hex, as Prisma keeps it. */
  readonly checksum: string;
}

/** The lock that Prisma's own `migrate deploy` takes, so that the two exclude each other. */
const MIGRATION_LOCK = 72707369;

/**
 * Applies what is missing of prisma/migrations, each in a transaction of its own, and records it as Prisma does.
 * Also makes the roles that tenants' isolation rests on. Safe to call at every start, from several processes.
 * @param url of a user that may create tables (and roles, the first time)
 * @param options.serverPassword sets up the login `veriflow_server` with it
 */
export async function migrate(
  url: string,
  options: { serverPassword?: string; migrationsFolder?: string } = {},
): Promise<MigrateResult> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await ensureRoles(client, options.serverPassword);
    await client.query(HISTORY_TABLE);
    return await applyMissing(client, readMigrations(options.migrationsFolder ?? "prisma/migrations"));
  } finally {
    await client.end();
  }
}

async function applyMissing(client: Client, migrations: readonly Migration[]): Promise<MigrateResult> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  const history = new Map(rows.map((row) => [row.migration_name, row]));
  const applied: string[] = [];
  for (const migration of migrations) {
    const row = history.get(migration.name);
    if (!row) {
      await apply(client, migration);
      applied.push(migration.name);
    } else if (!row.finished_at) {
      throw new Error(
        `Migration ${migration.name} was begun and not finished; repair the database, then mark it with \`prisma migrate resolve\`.`,
      );
    } else if (row.checksum !== migration.checksum) {
      throw new Error(
        `Migration ${migration.name} was changed after it was applied to this database; restore the file.`,
      );
    }
  }
  const known = new Set(migrations.map((m) => m.name));
  return { applied, unknown: [...history.keys()].filter((name) => !known.has(name)) };
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at) VALUES ($1, $2, $3, now())",
      [randomUUID(), checksum, name],
    );
    await client.query(sql);
    await client.query(
      "UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE migration_name = $1",
      [name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Migration ${name} failed and was rolled back: ${reason}`, { cause: error });
  }
}

/** In order. Throws where the folder holds none: an empty database would pass for a migrated one. */
export function readMigrations(folder: string): Migration[] {
  const migrations = readdirSync(folder)
    .sort()
    .map((name) => ({ name, file: join(folder, name, "migration.sql") }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => {
      const bytes = readFileSync(file);
      return { name, sql: bytes.toString("utf8"), checksum: createHash("sha256").update(bytes).digest("hex") };
    });
  if (migrations.length === 0) throw new Error(`There are no migrations in ${folder}.`);
  return migrations;
}

const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;
