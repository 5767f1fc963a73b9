import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startEmbeddedPostgres } from "@/scripts/database/embedded-postgres";
import { migrate } from "@/scripts/database/migrate";
import { schemaDifference } from "@/scripts/database/schema-engine";

/**
 * `tsx scripts/database/new-migration.ts <name>`: writes what prisma/schema has and the migrations lack as a new
 * migration. New tables need `SELECT veriflow_isolate('table');` (tenants' rows) or `veriflow_reserve` added by hand.
 */
const name = process.argv[2];
if (!/^[a-z][a-z0-9_]*$/.test(name ?? "")) {
  console.error("Name the migration in snake_case: tsx scripts/database/new-migration.ts add_something");
  process.exit(2);
}
const database = `draft_${process.pid}`;
const server = await startEmbeddedPostgres({ folder: ".veriflow/postgres-draft", database });
try {
  await migrate(server.ownerUrl, { serverPassword: server.serverPassword });
  const sql = await schemaDifference(server.ownerUrl);
  if (sql === "") console.log("The migrations already make what the schema declares.");
  else {
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const folder = join("prisma/migrations", `${stamp}_${name}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "migration.sql"), `${sql}\n`);
    console.log(`wrote ${folder}/migration.sql`);
  }
} finally {
  await server.stop();
}
