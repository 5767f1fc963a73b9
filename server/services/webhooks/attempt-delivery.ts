import type { WebhookDelivery, WebhookEndpoint } from "@/prisma/generated/client";
import { judgeAnswer, type WebhookAnswer } from "@/server/domain/webhooks/judge-answer";
import { waitAfterTry } from "@/server/domain/webhooks/retry-schedule";
import { signWebhook } from "@/server/domain/webhooks/sign-webhook";
import { appendAudit } from "@/server/services/audit/append-audit";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx, DataKey, Tx } from "@/server/services/ports";
import { openEventBody } from "@/server/services/webhooks/open-event-body";

export type AttemptOutcome =
  | { readonly over: true; readonly status: "delivered" | "failed" | "held" | "gone" }
  | { readonly over: false; readonly waitSeconds: number };

interface Prepared {
  readonly delivery: WebhookDelivery;
  readonly endpoint: WebhookEndpoint;
  readonly body: string;
  readonly secrets: readonly string[];
  readonly tenantKey: DataKey;
}

/**
 * One try of one delivery: signs, posts, writes the log. `number` (from 1) is its place in the schedule. What the receiver
 * does is an outcome; it throws only where the try could not be made or noted.
 */
export async function attemptDelivery(
  ctx: Ctx,
  { deliveryId, number }: { readonly deliveryId: string; readonly number: number },
): Promise<AttemptOutcome> {
  const prepared = await ctx.database.inTenant(ctx.tenantId, (tx) => prepare(ctx, tx, deliveryId));
  if ("over" in prepared) return prepared;
  const { delivery, endpoint, body, secrets } = prepared;
  const headers = await signWebhook({ id: delivery.event_id, at: ctx.clock.now(), body, secrets });
  const answer = await ctx.webhooks.post({ url: endpoint.url, headers, body });
  return ctx.database.inTenant(ctx.tenantId, (tx) => note(ctx, tx, prepared, number, answer));
}

async function prepare(ctx: Ctx, tx: Tx, deliveryId: string): Promise<Prepared | AttemptOutcome> {
  const delivery = await tx.webhookDelivery.findUnique({
    where: { id: deliveryId },
    include: { event: true, endpoint: true },
  });
  if (delivery?.status !== "pending") return { over: true, status: "delivered" };
  const { event, endpoint } = delivery;
  if (endpoint.status === "paused") {
    await tx.webhookDelivery.update({ where: { id: deliveryId }, data: { next_at: null } });
    return { over: true, status: "held" };
  }
  const body = endpoint.status === "disabled" ? undefined : await openEventBody(ctx, tx, event);
  if (body === undefined) {
    await tx.webhookDelivery.update({ where: { id: deliveryId }, data: { status: "failed", next_at: null } });
    return { over: true, status: "failed" };
  }
  const tenantKey = await openTenantKey(ctx, tx);
  return { delivery, endpoint, body, secrets: await openSecrets(ctx, tenantKey, endpoint), tenantKey };
}

async function openSecrets(ctx: Ctx, key: DataKey, endpoint: WebhookEndpoint): Promise<string[]> {
  const { id, secret_sealed, old_secret_sealed: old, old_secret_until: until } = endpoint;
  const open = async (sealed: Uint8Array, column: string): Promise<string> =>
    new TextDecoder().decode(await ctx.keys.open(key, sealed, sealContext("webhook_endpoint", column, id)));
  const secrets = [await open(secret_sealed, "secret_sealed")];
  if (old && until && until > ctx.clock.now()) secrets.push(await open(old, "old_secret_sealed"));
  return secrets;
}

async function note(
  ctx: Ctx,
  tx: Tx,
  { delivery, endpoint, tenantKey }: Prepared,
  number: number,
  answer: WebhookAnswer,
): Promise<AttemptOutcome> {
  const now = ctx.clock.now();
  const id = ctx.ids.make("wha");
  await tx.webhookAttempt.create({
    data: {
      id,
      tenant_id: ctx.tenantId,
      delivery_id: delivery.id,
      number: delivery.attempts + 1,
      status_code: answer.status ?? null,
      duration_ms: answer.durationMs,
      error: answer.error ?? null,
      answer_sealed: await ctx.keys.seal(tenantKey, answer.body, sealContext("webhook_attempt", "answer_sealed", id)),
      created_at: now,
    },
  });
  const write = (data: { status?: string; next_at: Date | null; delivered_at?: Date }) =>
    tx.webhookDelivery.update({ where: { id: delivery.id }, data: { attempts: { increment: 1 }, ...data } });
  const verdict = judgeAnswer(answer);
  const wait = waitAfterTry(number);
  if (verdict === "retry" && wait !== undefined) {
    await write({ next_at: new Date(now.getTime() + wait * 1000) });
    return { over: false, waitSeconds: wait };
  }
  if (verdict === "delivered") {
    await write({ status: "delivered", next_at: null, delivered_at: now });
    return { over: true, status: "delivered" };
  }
  await write({ status: "failed", next_at: null });
  if (verdict === "retry") return { over: true, status: "failed" };
  await tx.webhookEndpoint.update({
    where: { id: endpoint.id },
    data: { status: "disabled", disabled_reason: "gone" },
  });
  await appendAudit(ctx, tx, { action: "webhook_endpoint.disabled", target: endpoint.id, details: { reason: "gone" } });
  return { over: true, status: "gone" };
}
