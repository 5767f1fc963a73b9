import { join } from "node:path";
import { startEmbeddedPostgres } from "@/scripts/database/embedded-postgres";
import { migrate } from "@/scripts/database/migrate";
import { dataDir } from "@/scripts/lib/data-dir";

/** `tsx scripts/database/migrate-command.ts`: brings DATABASE_URL, or else the embedded database, up to date. */
const folder = join(dataDir(), "postgres");
const given = process.env.DATABASE_URL;
const embedded = given ? undefined : await startEmbeddedPostgres({ folder });
const { applied, unknown } = given
  ? await migrate(given)
  : await migrate(embedded!.ownerUrl, { serverPassword: embedded!.serverPassword });
for (const name of applied) console.log(`applied ${name}`);
for (const name of unknown) console.log(`not of this version: ${name}`);
if (applied.length === 0) console.log("nothing to apply");
if (embedded && !embedded.reused) await embedded.stop();
