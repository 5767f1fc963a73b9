import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { migrate, readMigrations } from "@/scripts/database/migrate";
import { schemaDifference } from "@/scripts/database/schema-engine";

const NAME = "migrate_test";
const folder = mkdtempSync(join(tmpdir(), "veriflow-migrations-"));
let admin: Client;
let url: string;

beforeAll(async () => {
  admin = new Client({ connectionString: inject("ownerUrl") });
  await admin.connect();
  const address = new URL(inject("ownerUrl"));
  address.pathname = `/${NAME}`;
  url = address.href;
});
beforeEach(async () => {
  await admin.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${NAME}`);
  rmSync(folder, { recursive: true });
  cpSync("prisma/migrations", folder, { recursive: true });
});
afterAll(async () => {
  await admin.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
  await admin.query("DROP ROLE IF EXISTS migrate_test_owner");
  await admin.end();
  rmSync(folder, { recursive: true });
});

async function query(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}

test("the migrations make exactly what prisma/schema declares", async () => {
  await migrate(url);
  expect(await schemaDifference(url)).toBe("");
});

test("a column that the schema does not have is seen as drift", async () => {
  await migrate(url);
  await query("ALTER TABLE job ADD COLUMN stray text");
  expect(await schemaDifference(url)).toMatch(/DROP COLUMN "stray"/);
});

test("each is recorded as Prisma records it, and a second run applies nothing", async () => {
  const { applied } = await migrate(url);
  const migrations = readMigrations("prisma/migrations");
  expect(applied).toEqual(migrations.map((m) => m.name));
  const rows = await query(
    "SELECT migration_name, checksum, applied_steps_count, finished_at IS NOT NULL AS done FROM _prisma_migrations ORDER BY 1",
  );
  expect(rows).toEqual(
    migrations.map(({ name, checksum }) => ({ migration_name: name, checksum, applied_steps_count: 1, done: true })),
  );
  expect(await migrate(url)).toEqual({ applied: [], unknown: [] });
});

test("several at once apply each migration once", async () => {
  const results = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  expect(results.flatMap((r) => r.applied)).toEqual(readMigrations("prisma/migrations").map((m) => m.name));
});

test("one that fails leaves nothing behind, names itself, and can be tried again", async () => {
  mkdirSync(join(folder, "99990101000000_broken"));
  writeFileSync(join(folder, "99990101000000_broken/migration.sql"), "CREATE TABLE half (n int); SELECT nonsense;");
  await expect(migrate(url, { migrationsFolder: folder })).rejects.toThrow(
    /99990101000000_broken failed and was rolled back: .*nonsense/,
  );
  expect(await query("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
  writeFileSync(join(folder, "99990101000000_broken/migration.sql"), "CREATE TABLE half (n int);");
  expect((await migrate(url, { migrationsFolder: folder })).applied).toEqual(["99990101000000_broken"]);
  expect((await migrate(url)).unknown).toEqual(["99990101000000_broken"]);
});

test("a folder without migrations is refused: an empty database would pass for a migrated one", async () => {
  await expect(migrate(url, { migrationsFolder: tmpdir() })).rejects.toThrow("no migrations");
});

test("a migration changed after it was applied is refused", async () => {
  await migrate(url, { migrationsFolder: folder });
  const [first] = readMigrations(folder);
  writeFileSync(join(folder, first.name, "migration.sql"), `${first.sql}\n-- changed`);
  await expect(migrate(url, { migrationsFolder: folder })).rejects.toThrow(
    `${first.name} was changed after it was applied`,
  );
});

test("an ordinary owner can migrate once the roles are there, and is told what to run where they are not", async () => {
  await admin.query("DROP ROLE IF EXISTS migrate_test_owner");
  await admin.query("CREATE ROLE migrate_test_owner LOGIN PASSWORD 'p'");
  await admin.query(`ALTER DATABASE ${NAME} OWNER TO migrate_test_owner`);
  const own = new URL(url);
  own.username = "migrate_test_owner";
  own.password = "p";
  await expect(migrate(own.href)).rejects.toThrow(
    /migrate_test_owner may not make roles.*GRANT veriflow_app, veriflow_platform TO "migrate_test_owner"/,
  );
  const { rows } = await admin.query<{ number: number }>("SELECT current_setting('server_version_num')::int AS number");
  // Before PostgreSQL 16 a role cannot be granted without its rights.
  const fromSixteen = rows[0].number >= 160_000;
  const how = fromSixteen ? " WITH INHERIT FALSE, SET TRUE" : "";
  await admin.query(`GRANT veriflow_app, veriflow_platform TO migrate_test_owner${how}`);
  expect((await migrate(own.href)).applied).toHaveLength(readMigrations("prisma/migrations").length);
  const client = new Client({ connectionString: own.href });
  await client.connect();
  if (fromSixteen)
    await expect(
      client.query("INSERT INTO plan (id, name, quotas, sla_percent) VALUES ('x', 'x', '{}', '0')"),
    ).rejects.toThrow("row-level security");
  await client.end();
  await admin.query(`DROP DATABASE ${NAME} WITH (FORCE)`);
});
