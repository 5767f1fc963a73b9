import { evidenceKeyOf } from "@/server/services/evidence/signing-key";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import type { Ctx } from "@/server/services/ports";

/** The public key that signs a tenant's evidence packs (raw, base64): to be kept by those who will check them. */
export async function readEvidenceKey(ctx: Ctx): Promise<string> {
  return ctx.database.inTenant(
    ctx.tenantId,
    async (tx) => evidenceKeyOf(ctx.tenantId, await openTenantKey(ctx, tx)).publicKey,
  );
}
