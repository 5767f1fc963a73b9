import { sealContext } from "@/server/services/keys/seal-context";
import type { Adapters } from "@/server/services/ports";

/** What a key stands for, read anew for every request so that a revocation acts at once. */
export interface KeyInUse {
  readonly id: string;
  readonly tenantId: string;
  readonly environment: "test" | "live";
  readonly secret: string;
  readonly scopes: readonly string[];
  readonly ipAllow: readonly string[];
  /** Undefined while it may be used. */
  readonly refusedBecause: "revoked" | "expired" | undefined;
  readonly tenantStatus: string;
  /** Requests a minute and a day, from the plan. */
  readonly rate: { readonly minute: number; readonly day: number };
}

/** Undefined where no such key was ever made. */
export async function findKey(
  adapters: Pick<Adapters, "database" | "keys" | "clock">,
  keyId: string,
): Promise<KeyInUse | undefined> {
  const row = await adapters.database.asPlatform((tx) =>
    tx.apiKey.findUnique({ where: { id: keyId }, include: { tenant: { include: { plan: true } } } }),
  );
  if (!row) return undefined;
  const tenantKey = await adapters.keys.openDataKey(row.tenant.data_key_sealed, "master");
  const secret = await adapters.keys.open(
    tenantKey,
    row.secret_sealed,
    sealContext("api_key", "secret_sealed", row.id),
  );
  const expired = row.expires_at !== null && row.expires_at <= adapters.clock.now();
  return {
    id: row.id,
    tenantId: row.tenant_id,
    environment: row.environment as KeyInUse["environment"],
    secret: new TextDecoder().decode(secret),
    scopes: row.scopes,
    ipAllow: row.ip_allow,
    refusedBecause: row.revoked_at ? "revoked" : expired ? "expired" : undefined,
    tenantStatus: row.tenant.status,
    rate: { minute: row.tenant.plan.rate_minute, day: row.tenant.plan.rate_day },
  };
}
