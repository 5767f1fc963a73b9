import type { EventType } from "@/server/contract/events";
import { appendAudit } from "@/server/services/audit/append-audit";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx } from "@/server/services/ports";
import { requireEndpointUrl } from "@/server/services/webhooks/endpoint-input";
import { type EndpointView, viewEndpoint } from "@/server/services/webhooks/endpoint-view";
import { makeWebhookSecret } from "@/server/services/webhooks/make-webhook-secret";

/**
 * Registers an address for events; an empty list is all of them. The secret is answered here and never again.
 * AppError `invalid_request` for an address that cannot be one.
 */
export async function createEndpoint(
  ctx: Ctx,
  input: {
    readonly url: string;
    readonly events: readonly EventType[];
    readonly maxConcurrency?: number;
    readonly ordered?: boolean;
  },
): Promise<{ readonly endpoint: EndpointView; readonly secret: string }> {
  requireEndpointUrl(input.url, ctx.webhooks.allowsPrivate);
  const id = ctx.ids.make("whe");
  const secret = makeWebhookSecret(ctx.ids);
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const key = await openTenantKey(ctx, tx);
    const row = await tx.webhookEndpoint.create({
      data: {
        id,
        tenant_id: ctx.tenantId,
        environment: ctx.environment,
        url: input.url,
        events: [...input.events],
        max_concurrency: input.maxConcurrency,
        ordered: input.ordered,
        secret_sealed: await ctx.keys.seal(key, secret, sealContext("webhook_endpoint", "secret_sealed", id)),
        created_at: ctx.clock.now(),
      },
    });
    await appendAudit(ctx, tx, { action: "webhook_endpoint.created", target: id, details: { events: input.events } });
    return { endpoint: viewEndpoint(row, ctx.clock.now()), secret };
  });
}
