import { randomBytes } from "node:crypto";
import { Client, Pool } from "pg";
import { inject } from "vitest";
import { type LiveDatabase, openDatabase } from "@/server/adapters/database/database";

export interface TestDatabase {
  /** As the owner (of everything, but under row-level security as a superuser is not). */
  readonly ownerUrl: string;
  /** As the application signs in: `veriflow_server`. */
  readonly serverUrl: string;
  readonly database: LiveDatabase;
  /** Plain SQL as the owner. */
  sql<Row extends object = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** A migrated, empty database for one test file; call `drop` afterwards. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const admin = await connect(inject("ownerUrl"));
  const name = `test_${randomBytes(6).toString("hex")}`;
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${inject("templateDatabase")}`);
  const owner = new URL(inject("ownerUrl"));
  owner.pathname = `/${name}`;
  const server = new URL(owner.href);
  server.username = "veriflow_server";
  server.password = inject("serverPassword");
  const plain = new Pool({ connectionString: owner.href, max: 4 });
  const database = openDatabase(server.href, { poolSize: 10 });
  return {
    ownerUrl: owner.href,
    serverUrl: server.href,
    database,
    sql: async (text, values) => (await plain.query(text, values as unknown[])).rows,
    async drop() {
      await database.close();
      await plain.end();
      await dropWhenLeft(admin, name);
      await admin.end();
    },
  };
}

/** Connections that were just ended take a moment to be gone; cutting them off would be heard as an error by no one. */
async function dropWhenLeft(admin: Client, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await admin.query(`DROP DATABASE ${name}${tries > 40 ? " WITH (FORCE)" : ""}`);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== "55006") throw error;
      await new Promise((later) => setTimeout(later, 25));
    }
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}
