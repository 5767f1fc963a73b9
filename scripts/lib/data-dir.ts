import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { ROOT } from "@/scripts/install.mjs";

/**
 * Reads `.env`, where there is one (what the environment names already stands), and answers where data, keys and logs
 * are.
 */
export function dataDir(): string {
  const file = join(ROOT, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  return resolve(ROOT, process.env.VERIFLOW_DATA_DIR || ".veriflow");
}
