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
  readonly lastUsedAt: Date | null;
  /** Requests a minute and a day, from the plan. */
  readonly rate: { readonly minute: number; readonly day: number };
}

/** Undefined where no such key was ever made. One statement: every request waits for it. */
export async function findKey(
  adapters: Pick<Adapters, "database" | "keys" | "clock">,
  keyId: string,
): Promise<KeyInUse | undefined> {
  const [row] = await adapters.database.asPlatform(
    (tx) => tx.$queryRaw<KeyRow[]>`
      SELECT k.id, k.tenant_id, k.environment, k.secret_sealed, k.scopes, k.ip_allow, k.expires_at, k.revoked_at,
             k.last_used_at, t.status AS tenant_status, t.data_key_sealed, p.rate_minute, p.rate_day
      FROM api_key k JOIN tenant t ON t.id = k.tenant_id JOIN plan p ON p.id = t.plan_id WHERE k.id = ${keyId}`,
  );
  if (!row) return undefined;
  const tenantKey = await adapters.keys.openDataKey(row.data_key_sealed, "master");
  const secret = await adapters.keys.open(
    tenantKey,
    row.secret_sealed,
    sealContext("api_key", "secret_sealed", row.id),
  );
  const expired = row.expires_at !== null && row.expires_at <= adapters.clock.now();
  return {
    id: row.id,
    tenantId: row.tenant_id,
    environment: row.environment,
    secret: new TextDecoder().decode(secret),
    scopes: row.scopes,
    ipAllow: row.ip_allow,
    refusedBecause: row.revoked_at ? "revoked" : expired ? "expired" : undefined,
    tenantStatus: row.tenant_status,
    lastUsedAt: row.last_used_at,
    rate: { minute: row.rate_minute, day: row.rate_day },
  };
}

interface KeyRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly environment: "test" | "live";
  readonly secret_sealed: Uint8Array;
  readonly scopes: string[];
  readonly ip_allow: string[];
  readonly expires_at: Date | null;
  readonly revoked_at: Date | null;
  readonly last_used_at: Date | null;
  readonly tenant_status: string;
  readonly data_key_sealed: Uint8Array;
  readonly rate_minute: number;
  readonly rate_day: number;
}
