import { viewKey } from "@/server/services/keys/list-keys";
import type { Adapters } from "@/server/services/ports";

export interface TenantKey {
  readonly id: string;
  readonly label: string;
  readonly environment: "test" | "live";
  readonly lastUsedAt: Date | null;
}

/** A tenant's keys that work, of both environments, the newest first; for the operator who has to end one. */
export async function listTenantKeys(
  { database, clock }: Pick<Adapters, "database" | "clock">,
  { tenantId }: { readonly tenantId: string },
): Promise<TenantKey[]> {
  const rows = await database.inTenant(tenantId, (tx) =>
    tx.apiKey.findMany({ orderBy: [{ created_at: "desc" }, { id: "asc" }] }),
  );
  const views = rows.map((row) => viewKey(row, clock.now())).filter(({ status }) => status === "active");
  return views.map(({ id, label, environment, lastUsedAt }) => ({ id, label, environment, lastUsedAt }));
}
