import { limitsOf, type RequestLimits } from "@/server/domain/limits/request-limits";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Adapters } from "@/server/services/ports";

/** What a key stands for, as it is now. */
export interface KeyInUse {
  readonly id: string;
  readonly tenantId: string;
  readonly environment: "test" | "live";
  /** Never changes: a rollover makes another key. */
  readonly secret: string;
  readonly scopes: readonly string[];
  readonly ipAllow: readonly string[];
  /** Undefined while it may be used. */
  readonly refusedBecause: "revoked" | "expired" | undefined;
  readonly tenantStatus: string;
  readonly lastUsedAt: Date | null;
  /** Of the plan, or the tenant's own. */
  readonly limits: RequestLimits;
}

/** Undefined where no such key was ever made. */
export async function findKey(
  adapters: Pick<Adapters, "database" | "keys" | "clock">,
  keyId: string,
): Promise<KeyInUse | undefined> {
  const text = `SELECT ${KEY_COLUMNS} FROM ${KEY_TABLES} WHERE k.id = $1`;
  const [row] = await adapters.database.platformStatement<KeyRow>({ name: "find_key", text, values: [keyId] });
  if (!row) return undefined;
  const tenantKey = await adapters.keys.openDataKey(row.data_key_sealed, "master");
  const context = sealContext("api_key", "secret_sealed", row.id);
  const secret = await adapters.keys.open(tenantKey, row.secret_sealed, context);
  return keyInUse(row, new TextDecoder().decode(secret), adapters.clock.now());
}

export const KEY_TABLES = "api_key k JOIN tenant t ON t.id = k.tenant_id JOIN plan p ON p.id = t.plan_id";
export const KEY_COLUMNS = `k.id, k.tenant_id, k.environment, k.secret_sealed, k.scopes, k.ip_allow, k.expires_at, k.revoked_at,
  k.last_used_at, t.status AS tenant_status, t.data_key_sealed, t.rates AS own_rates,
  p.rate_minute, p.rate_day, p.rate_endpoints, p.rate_tenant_minute`;

export interface KeyRow {
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
  readonly own_rates: unknown;
  readonly rate_minute: number;
  readonly rate_day: number;
  readonly rate_endpoints: unknown;
  readonly rate_tenant_minute: number | null;
}

export function keyInUse(row: KeyRow, secret: string, now: Date): KeyInUse {
  const expired = row.expires_at !== null && row.expires_at <= now;
  return {
    id: row.id,
    tenantId: row.tenant_id,
    environment: row.environment,
    secret,
    scopes: row.scopes,
    ipAllow: row.ip_allow,
    refusedBecause: row.revoked_at ? "revoked" : expired ? "expired" : undefined,
    tenantStatus: row.tenant_status,
    lastUsedAt: row.last_used_at,
    limits: limitsOf(row, row.own_rates),
  };
}
