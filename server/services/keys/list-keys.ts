import type { ApiKey } from "@/prisma/generated/client";
import type { Ctx } from "@/server/services/ports";

export interface KeyView {
  readonly id: string;
  readonly label: string;
  readonly environment: "test" | "live";
  readonly scopes: readonly string[];
  readonly ipAllow: readonly string[];
  readonly status: "active" | "expired" | "revoked";
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** The tenant's keys of its environment, the newest first; never a secret. */
export async function listKeys(ctx: Ctx): Promise<KeyView[]> {
  const rows = await ctx.database.inTenant(ctx.tenantId, (tx) =>
    tx.apiKey.findMany({ where: { environment: ctx.environment }, orderBy: [{ created_at: "desc" }, { id: "asc" }] }),
  );
  return rows.map((row) => viewKey(row, ctx.clock.now()));
}

export function viewKey(row: ApiKey, now: Date): KeyView {
  const expired = row.expires_at !== null && row.expires_at <= now;
  return {
    id: row.id,
    label: row.label,
    environment: row.environment as KeyView["environment"],
    scopes: row.scopes,
    ipAllow: row.ip_allow,
    status: row.revoked_at ? "revoked" : expired ? "expired" : "active",
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
  };
}
