import type { Environment } from "@/server/contract/enums";
import { AppError } from "@/server/contract/errors";
import { appendOperatorAudit } from "@/server/services/audit/append-audit";
import { makeJobCtx } from "@/server/services/jobs/make-job-ctx";
import { revokeKey } from "@/server/services/keys/revoke-key";
import type { Adapters } from "@/server/services/ports";

/**
 * Ends a tenant's key at once, where it leaked and the tenant is not there to do it. The tenant is told as by its own
 * revocation, and both audits say who did it. AppError `not_found` for a key that is not the tenant's.
 */
export async function revokeTenantKey(
  ctx: Adapters & { readonly actor: string; readonly traceId: string },
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
): Promise<void> {
  const key = await ctx.database.inTenant(tenantId, (tx) =>
    tx.apiKey.findUnique({ where: { id }, select: { environment: true } }),
  );
  if (!key) throw new AppError("not_found", { key_id: id });
  const environment = key.environment as Environment;
  await revokeKey({ ...makeJobCtx(ctx, { tenantId, environment, traceId: ctx.traceId }), actor: ctx.actor }, { id });
  const event = { action: "key.revoked", target: id, details: { tenant: tenantId } };
  await ctx.database.asPlatform((tx) => appendOperatorAudit(ctx, tx, event));
}
