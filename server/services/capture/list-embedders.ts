import { Branding } from "@/server/domain/capture/branding";
import type { Adapters } from "@/server/services/ports";

/** Origins that the tenant lets embed its hosted pages. */
export async function listEmbedders(
  adapters: Pick<Adapters, "database">,
  tenantId: string,
): Promise<readonly string[]> {
  const select = { branding: true };
  const tenant = await adapters.database.inTenant(tenantId, (tx) => {
    return tx.tenant.findUnique({ where: { id: tenantId }, select });
  });
  return Branding.parse(tenant?.branding ?? {}).frame_ancestors;
}
