import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writePlans } from "@/prisma/seed/write-plans";
import { startEmbeddedPostgres } from "@/scripts/database/embedded-postgres";
import { migrate } from "@/scripts/database/migrate";
import type { Ctx } from "@/server/services/ports";
import { createTenant } from "@/server/services/tenants/create-tenant";

export interface EnduranceWorld {
  /** For the worker's process. */
  readonly env: Readonly<Record<string, string>>;
  readonly ctx: Ctx;
  /** The database's server, to be stopped and started again. */
  readonly server: { stop(): Promise<void>; start(): Promise<void>; readonly dataFolder: string };
  close(): Promise<void>;
}

/** A database, a data folder and a tenant of its own, with the very adapters that the application composes. */
export async function makeEnduranceWorld(more: Readonly<Record<string, string>> = {}): Promise<EnduranceWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), "veriflow-bench-"));
  const folder = join(dataDir, "postgres");
  let database = await startEmbeddedPostgres({ folder });
  await migrate(database.ownerUrl, { serverPassword: database.serverPassword });
  const env = {
    NODE_ENV: "production",
    DATABASE_URL: database.serverUrl,
    VERIFLOW_DATA_DIR: dataDir,
    VERIFLOW_MASTER_KEY: randomBytes(32).toString("base64"),
    WEBHOOK_ALLOW_PRIVATE: "loopback",
    LOG_LEVEL: process.env.BENCH_LOG_LEVEL ?? "error",
    ...more,
  };
  Object.assign(process.env, env);
  const { adapters: compose } = await import("@/server/adapters/live");
  const adapters = compose();
  await adapters.database.asPlatform(writePlans);
  const owner = { name: "Endurance", country: "FRA", supportEmail: "bench@veriflow.example", planId: "enterprise" };
  const tenantId = await createTenant({ ...adapters, actor: "bench" }, owner);
  return {
    env,
    ctx: { ...adapters, tenantId, environment: "test", actor: "bench", traceId: "bench" },
    server: {
      stop: () => database.stop(),
      start: async () => {
        database = await startEmbeddedPostgres({ folder });
      },
      dataFolder: join(database.clusterFolder, "data"),
    },
    async close() {
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
