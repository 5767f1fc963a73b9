import { join } from "node:path";
import { startEmbeddedPostgres } from "@/scripts/database/embedded-postgres";
import { migrate } from "@/scripts/database/migrate";
import { ROOT } from "@/scripts/install.mjs";
import { step } from "@/scripts/lib/progress";
import { mustRun } from "@/scripts/lib/run-command";
import type { Settings } from "@/scripts/start/settle";

export interface OpenDatabase {
  /** Stops the embedded server; a database of the operator's own is left alone. */
  stop(): Promise<void>;
}

/**
 * The operator's database or the embedded one: reachable, migrated, seeded. Sets DATABASE_URL for the processes to
 * come.
 */
export async function openDatabase(settings: Settings): Promise<OpenDatabase> {
  const { own, ...database } = settings.embedded ? await embedded(settings.dataDir) : await operators();
  await step("Migrate the database", async () => {
    await migrate(database.ownerUrl, { serverPassword: own });
  });
  settings.forChildren.DATABASE_URL = database.serverUrl;
  await step(settings.env.DEMO ? "Seed plans and the demo" : "Seed plans", async () => {
    const args = ["--import", "tsx", join(ROOT, "prisma/seed/index.ts")];
    await mustRun(process.execPath, args, { cwd: ROOT, env: settings.forChildren });
  });
  return { stop: database.stop };
}

async function embedded(dataDir: string) {
  return step("Start the embedded PostgreSQL", async () => {
    const { ownerUrl, serverUrl, serverPassword, stop } = await startEmbeddedPostgres({
      folder: join(dataDir, "postgres"),
    });
    return { ownerUrl, serverUrl, own: serverPassword as string | undefined, stop };
  });
}

async function operators() {
  const url = String(process.env.DATABASE_URL);
  return { ownerUrl: url, serverUrl: url, own: undefined, stop: async () => undefined };
}
