import { ensureKey } from "@/prisma/seed/ensure-key";
import { ensurePerson } from "@/prisma/seed/ensure-person";
import { writePlans } from "@/prisma/seed/write-plans";
import { DEMO_TENANT, OTHER_TENANT, writeTenants } from "@/prisma/seed/write-tenants";
import { type Credentials, findCredentials, saveCredentials } from "@/scripts/read-credentials";
import type { Adapters, Tx } from "@/server/services/ports";

export interface SeedOptions {
  /** Where `credentials.json` is kept. */
  readonly dataDir: string;
  readonly baseUrl: string;
  /** Without it plans alone are made: no tenant, no key, and nobody who could sign in. */
  readonly demo: boolean;
}

const SEED_LOCK = 8_141_203;
const DASHBOARD_EMAIL = "owner@demo-bank.example";
const OPERATOR_EMAIL = "operator@veriflow.example";

/**
 * Plans, and where asked the demo's tenants, keys and people. Adds what is missing and changes nothing else, at every
 * start.
 */
export async function seed(adapters: Adapters, options: SeedOptions): Promise<Credentials | undefined> {
  return adapters.database.asPlatform(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SEED_LOCK}::bigint)`;
    await writePlans(tx);
    return options.demo ? writeDemo(adapters, tx, options) : undefined;
  });
}

async function writeDemo(adapters: Adapters, tx: Tx, { dataDir, baseUrl }: SeedOptions): Promise<Credentials> {
  const known = findCredentials(dataDir);
  await writeTenants(adapters, tx);
  const owner = { email: DASHBOARD_EMAIL, name: "Demo Owner", memberOf: DEMO_TENANT };
  const operator = { email: OPERATOR_EMAIL, name: "Operator", operatorRole: "super_admin" };
  const credentials: Credentials = {
    base_url: baseUrl,
    ...(await ensureKey(adapters, tx, DEMO_TENANT, "test", known)),
    live: await ensureKey(adapters, tx, DEMO_TENANT, "live", known?.live),
    other_tenant: await ensureKey(adapters, tx, OTHER_TENANT, "test", known?.other_tenant),
    dashboard: {
      url: `${baseUrl}/dashboard`,
      email: DASHBOARD_EMAIL,
      password: await ensurePerson(adapters, tx, owner, known?.dashboard.password),
    },
    operator: {
      url: `${baseUrl}/operator`,
      email: OPERATOR_EMAIL,
      password: await ensurePerson(adapters, tx, operator, known?.operator.password),
    },
  };
  saveCredentials(dataDir, credentials);
  return credentials;
}
