import { appendAudit } from "@/server/services/audit/append-audit";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx } from "@/server/services/ports";
import { type EndpointView, viewEndpoint } from "@/server/services/webhooks/endpoint-view";
import { getEndpointRow } from "@/server/services/webhooks/get-endpoint-row";
import { makeWebhookSecret } from "@/server/services/webhooks/make-webhook-secret";

const DEFAULT_OVERLAP_HOURS = 24;

/**
 * Makes a new secret, answered once; until the overlap ends, deliveries carry a signature of each. AppError
 * `not_found`.
 */
export async function rotateWebhookSecret(
  ctx: Ctx,
  { id, overlapHours = DEFAULT_OVERLAP_HOURS }: { readonly id: string; readonly overlapHours?: number },
): Promise<{ readonly endpoint: EndpointView; readonly secret: string }> {
  const secret = makeWebhookSecret(ctx.ids);
  const now = ctx.clock.now();
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const before = await getEndpointRow(ctx, tx, id);
    const key = await openTenantKey(ctx, tx);
    const old = await ctx.keys.open(key, before.secret_sealed, sealContext("webhook_endpoint", "secret_sealed", id));
    const row = await tx.webhookEndpoint.update({
      where: { id },
      data: {
        secret_sealed: await ctx.keys.seal(key, secret, sealContext("webhook_endpoint", "secret_sealed", id)),
        old_secret_sealed: await ctx.keys.seal(key, old, sealContext("webhook_endpoint", "old_secret_sealed", id)),
        old_secret_until: new Date(now.getTime() + overlapHours * 3_600_000),
      },
    });
    await appendAudit(ctx, tx, { action: "webhook_endpoint.rotated", target: id, details: { overlapHours } });
    return { endpoint: viewEndpoint(row, now), secret };
  });
}
