import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "@/server/adapters/database/database";
import { fillTables } from "@/server/adapters/testing/fill-tables";
import { createTestWorld, type TestTenant, type TestWorld } from "@/server/adapters/testing/test-world";

/** Every table of the product, read from the catalogue, so that a new one cannot be forgotten here. */
let world: TestWorld;
let ours: TestTenant;
let theirs: TestTenant;
let server: Client;

beforeAll(async () => {
  world = await createTestWorld();
  [ours, theirs] = [await world.tenant({ name: "Ours" }), await world.tenant({ name: "Theirs" })];
  for (const tenant of [ours, theirs]) await fillTables(world, tenant);
  server = new Client({ connectionString: world.serverUrl });
  await server.connect();
});
afterAll(async () => {
  await server.end();
  await world.drop();
});

const tablesOf = () =>
  world.sql<{ name: string; tenants: boolean; forced: boolean }>(`
    SELECT c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS forced,
      EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id') AS tenants
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      AND c.relname <> '_prisma_migrations' ORDER BY 1`);

/** Runs statements as a role, with or without a tenant, and takes everything back. */
async function as<T>(role: string, tenantId: string | undefined, work: () => Promise<T>): Promise<T> {
  await server.query("BEGIN");
  try {
    await server.query(`SET LOCAL ROLE ${role}`);
    if (tenantId !== undefined) await server.query("SELECT set_config('app.tenant_id', $1, true)", [tenantId]);
    return await work();
  } finally {
    await server.query("ROLLBACK");
  }
}

const columnsFor = (table: string) => (table === "user" ? "id, email" : "*");

describe("row-level security", () => {
  test("is forced on every table, and every table of tenants' rows holds one of each tenant here", async () => {
    const tables = await tablesOf();
    expect(tables.filter((t) => !t.forced).map((t) => t.name)).toEqual([]);
    for (const { name } of tables.filter((t) => t.tenants)) {
      const rows = await world.sql(`SELECT DISTINCT tenant_id FROM "${name}" WHERE tenant_id IS NOT NULL`);
      expect([name, rows.length]).toEqual([name, 2]);
    }
  });

  test("without a tenant the application's role reads nothing from any table", async () => {
    for (const { name } of await tablesOf()) {
      for (const tenant of [undefined, ""]) {
        const seen = await as("veriflow_app", tenant, () =>
          server.query(`SELECT ${columnsFor(name)} FROM "${name}"`),
        ).catch((error: Error) => error.message);
        if (typeof seen === "string") expect(seen).toBe(`permission denied for table ${name}`);
        else expect([name, seen.rowCount]).toEqual([name, 0]);
      }
    }
  });

  test("with a tenant it reads that tenant's rows and no other's", async () => {
    for (const { name } of (await tablesOf()).filter((t) => t.tenants)) {
      const seen = await as("veriflow_app", ours.id, () => server.query(`SELECT DISTINCT tenant_id FROM "${name}"`));
      expect([name, seen.rows]).toEqual([name, [{ tenant_id: ours.id }]]);
    }
    const tenants = await as("veriflow_app", ours.id, () => server.query("SELECT id FROM tenant"));
    expect(tenants.rows).toEqual([{ id: ours.id }]);
    const people = await as("veriflow_app", ours.id, () => server.query('SELECT id FROM "user"'));
    expect(people.rows).toEqual([{ id: `usr_${ours.id}` }]);
  });

  test("it changes and deletes no row of another tenant", async () => {
    for (const { name } of (await tablesOf()).filter((t) => t.tenants)) {
      for (const verb of [`UPDATE "${name}" SET tenant_id = tenant_id`, `DELETE FROM "${name}"`]) {
        const done = await as("veriflow_app", ours.id, () =>
          server.query(`${verb} WHERE tenant_id = $1`, [theirs.id]),
        ).catch((error: Error) => error.message);
        if (typeof done === "string") expect(done).toBe(`permission denied for table ${name}`);
        else expect([name, done.rowCount]).toEqual([name, 0]);
      }
    }
  });

  test("it can neither give its rows to another tenant nor write rows of another", async () => {
    for (const { name } of (await tablesOf()).filter((t) => t.tenants)) {
      const moved = as("veriflow_app", ours.id, () => server.query(`UPDATE "${name}" SET tenant_id = $1`, [theirs.id]));
      await expect(moved, name).rejects.toThrow(/row-level security policy|permission denied/);
      const copied = as("veriflow_app", ours.id, () =>
        server.query(
          `INSERT INTO "${name}" SELECT (jsonb_populate_record(NULL::"${name}", to_jsonb(t) || jsonb_build_object('tenant_id', $1::text))).* FROM "${name}" t`,
          [theirs.id],
        ),
      );
      await expect(copied, name).rejects.toThrow(/row-level security policy|permission denied/);
    }
  });

  test("it sees no password hash, and changes neither its plan, its status nor its data key", async () => {
    for (const text of [
      'SELECT password_hash FROM "user"',
      'SELECT totp_sealed FROM "user"',
      "UPDATE tenant SET plan_id = 'enterprise'",
      "UPDATE tenant SET status = 'active'",
      "UPDATE tenant SET data_key_sealed = ''",
    ]) {
      await expect(
        as("veriflow_app", ours.id, () => server.query(text)),
        text,
      ).rejects.toThrow("permission denied");
    }
  });

  test("the login itself sees nothing and owns nothing", async () => {
    await expect(server.query("SELECT * FROM job")).rejects.toThrow("permission denied");
    const owned = await world.sql(
      "SELECT relname FROM pg_class WHERE relowner::regrole::text IN ('veriflow_app', 'veriflow_platform', 'veriflow_server')",
    );
    expect(owned).toEqual([]);
    await expect(server.query("SET ROLE postgres")).rejects.toThrow("permission denied");
  });

  test("audit and usage refuse change and deletion, to the owner too", async () => {
    for (const table of ["audit_entry", "usage_event"]) {
      for (const text of [`UPDATE ${table} SET id = id`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
        await expect(world.sql(text), text).rejects.toThrow("append-only");
        await expect(
          as("veriflow_platform", "", () => server.query(text)),
          text,
        ).rejects.toThrow(/denied|append-only/);
      }
    }
  });
});

describe("the database adapter", () => {
  test("a tenant's work sees its own rows only, also side by side with another's", async () => {
    const seen = await Promise.all(
      Array.from({ length: 40 }, (_, i) => (i % 2 ? ours : theirs)).map(async ({ id }) => {
        const jobs = await world.database.inTenant(id, (tx) => tx.job.findMany());
        return jobs.map((job) => job.tenant_id).join() === id;
      }),
    );
    expect(seen).toEqual(Array(40).fill(true));
  });

  test("the platform's work sees every tenant, and a failure takes back all of it", async () => {
    expect(await world.database.asPlatform((tx) => tx.job.count())).toBe(2);
    const failing = world.database.inTenant(ours.id, async (tx) => {
      await tx.job.updateMany({ data: { reference: "changed" } });
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    expect(await world.database.inTenant(ours.id, (tx) => tx.job.count({ where: { reference: "changed" } }))).toBe(0);
  });

  test("no role and no tenant is left on a connection for the next", async () => {
    const one = openDatabase(world.serverUrl, { poolSize: 1 });
    await one.inTenant(ours.id, (tx) => tx.job.count());
    const rows = await one.asPlatform(
      (tx) =>
        tx.$queryRaw<
          { role: string; tenant: string }[]
        >`SELECT current_user AS role, current_setting('app.tenant_id', true) AS tenant`,
    );
    expect(rows).toEqual([{ role: "veriflow_platform", tenant: "" }]);
    await one.close();
  });

  test("a database that is away is `unavailable`, not a bug", async () => {
    const away = openDatabase("postgresql://u:p@127.0.0.1:1/none");
    await expect(away.asPlatform((tx) => tx.plan.count())).rejects.toMatchObject({ code: "unavailable", status: 503 });
    await away.close();
  });
});
