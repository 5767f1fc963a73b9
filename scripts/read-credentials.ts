import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface SignIn {
  readonly url: string;
  readonly email: string;
  readonly password: string;
}

/**
 * What the seed made up for the demo: addresses, keys and passwords; kept in `credentials.json`, readable by its owner
 * only.
 */
export interface Credentials {
  readonly base_url: string;
  /** Of the demo tenant, test environment. */
  readonly api_key: string;
  readonly api_secret: string;
  readonly live: { readonly api_key: string; readonly api_secret: string };
  /** Another tenant, to see that the two are kept apart. */
  readonly other_tenant: { readonly api_key: string; readonly api_secret: string };
  readonly dashboard: SignIn;
  readonly operator: SignIn;
}

/** Throws where nothing was seeded yet. */
export function readCredentials(dataDir: string): Credentials {
  const found = findCredentials(dataDir);
  if (!found) throw new Error(`There are no credentials in ${dataDir} yet: run \`npm start\` first.`);
  return found;
}

export function findCredentials(dataDir: string): Credentials | undefined {
  const file = join(dataDir, "credentials.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Credentials) : undefined;
}

export function saveCredentials(dataDir: string, credentials: Credentials): void {
  mkdirSync(dataDir, { recursive: true });
  const draft = join(dataDir, `credentials.json.${process.pid}`);
  writeFileSync(draft, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, join(dataDir, "credentials.json"));
}
