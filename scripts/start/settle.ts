import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { INSTALL_ENV } from "@/scripts/install.mjs";
import { dataDir as findDataDir } from "@/scripts/lib/data-dir";
import { type Env, parseEnv } from "@/server/env";

export interface Settings {
  readonly env: Env;
  readonly dataDir: string;
  readonly baseUrl: string;
  /** Whether the database is the embedded one. */
  readonly embedded: boolean;
  /** For the processes that are started; `openDatabase` adds DATABASE_URL. */
  readonly forChildren: Record<string, string>;
}

/**
 * Reads `.env` and the environment; throws one sentence per mistake. What the embedded defaults need is made and kept.
 */
export function settle(): Settings {
  const dataDir = findDataDir();
  const embedded = !process.env.DATABASE_URL;
  const source = embedded ? { ...process.env, DATABASE_URL: "postgresql://embedded" } : process.env;
  const result = parseEnv(source);
  if ("mistakes" in result) throw new Error(result.mistakes.map((sentence) => `  • ${sentence}`).join("\n"));
  const { env } = result;
  const baseUrl = env.BASE_URL ?? `http://localhost:${env.PORT}`;
  const forChildren: Record<string, string> = {
    ...INSTALL_ENV,
    NODE_ENV: "production",
    PORT: String(env.PORT),
    BASE_URL: baseUrl,
    VERIFLOW_DATA_DIR: dataDir,
    // The demo's receiver runs on this machine.
    ...(embedded && !process.env.WEBHOOK_ALLOW_PRIVATE ? { WEBHOOK_ALLOW_PRIVATE: "loopback" } : {}),
    // The demo's one operator has no authenticator app and no colleague.
    ...(embedded && !process.env.OPERATOR_SECOND_FACTOR ? { OPERATOR_SECOND_FACTOR: "false" } : {}),
    ...(embedded && !process.env.OPERATOR_FOUR_EYES ? { OPERATOR_FOUR_EYES: "false" } : {}),
    NEXTAUTH_URL: env.NEXTAUTH_URL ?? baseUrl,
    NEXTAUTH_SECRET: env.NEXTAUTH_SECRET ?? keptSecret(join(dataDir, "sign-in-secret")),
  };
  return { env, dataDir, baseUrl, embedded, forChildren };
}

/** A random secret in a file that only its owner reads; the same at every start. */
function keptSecret(file: string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8").trim();
}
