import { join } from "node:path";
import { startEmbeddedPostgres } from "@/scripts/database/embedded-postgres";
import { settle } from "@/scripts/start/settle";
import { adapters } from "@/server/adapters/live";
import { AppError } from "@/server/contract/errors";
import type { Adapters } from "@/server/services/ports";

export interface Outside {
  /** What the operator's commands do is told of the system in the audit. */
  readonly ctx: Adapters & { readonly actor: string };
  readonly baseUrl: string;
}

/**
 * Runs an operator's command over what the server itself is configured with: `.env`, the environment, and without
 * DATABASE_URL the embedded database, which is started for as long as it takes. Ends the process with what `work`
 * answers.
 */
export async function withAdapters(work: (outside: Outside) => Promise<number>): Promise<never> {
  const settings = settle();
  Object.assign(process.env, settings.forChildren);
  const database = settings.embedded
    ? await startEmbeddedPostgres({ folder: join(settings.dataDir, "postgres") })
    : undefined;
  if (database) process.env.DATABASE_URL = database.serverUrl;
  let code = 1;
  try {
    code = await work({ ctx: { ...adapters(), actor: "system" }, baseUrl: settings.baseUrl });
  } catch (error) {
    const particulars = error instanceof AppError ? ` ${JSON.stringify(error.details)}` : "";
    console.error(`${error instanceof Error ? error.message : String(error)}${particulars}`);
  }
  if (database && !database.reused) await database.stop();
  process.exit(code);
}
