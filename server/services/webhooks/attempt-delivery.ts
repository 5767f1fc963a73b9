import type { WebhookDelivery, WebhookEndpoint } from "@/prisma/generated/client";
import { judgeAnswer, type WebhookAnswer } from "@/server/domain/webhooks/judge-answer";
import { isFailing } from "@/server/domain/webhooks/judge-endpoint";
import { waitAfterTry } from "@/server/domain/webhooks/retry-schedule";
import { signWebhook } from "@/server/domain/webhooks/sign-webhook";
import type { JobEventToSend } from "@/server/services/jobs/job-events";
import { sendEvents } from "@/server/services/jobs/send-events";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx, DataKey, Tx } from "@/server/services/ports";
import { disableEndpoint } from "@/server/services/webhooks/disable-endpoint";
import { openEventBody } from "@/server/services/webhooks/open-event-body";
import { takeTurn, wakeNext } from "@/server/services/webhooks/take-turn";

export type AttemptOutcome =
  | { readonly over: true; readonly status: "delivered" | "failed" | "held" | "queued" | "disabled" }
  /** `again`: no try was made, and the same one is due after the wait. */
  | { readonly over: false; readonly waitSeconds: number; readonly again?: boolean };

interface Prepared {
  readonly delivery: WebhookDelivery;
  readonly endpoint: WebhookEndpoint;
  readonly body: string;
  readonly secrets: readonly string[];
  readonly tenantKey: DataKey;
}

/**
 * One try of one delivery: signs, posts, writes the log. `number` (from 1) is its place in the schedule. What the
 * receiver does is an outcome; it throws only where the try could not be made or noted.
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
  const { outcome, due } = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const outcome = await note(ctx, tx, prepared, number, answer);
    const told = outcome.told ?? [];
    return { outcome: outcome.outcome, due: [...told, ...(await wakeNext(ctx, tx, endpoint))] };
  });
  await sendEvents(ctx, due);
  return outcome;
}

async function prepare(ctx: Ctx, tx: Tx, deliveryId: string): Promise<Prepared | AttemptOutcome> {
  const delivery = await tx.webhookDelivery.findUnique({
    where: { id: deliveryId },
    include: { event: true, endpoint: true },
  });
  if (delivery?.status !== "pending") return { over: true, status: "delivered" };
  const { event, endpoint } = delivery;
  if (endpoint.status === "paused") {
    await tx.webhookDelivery.update({ where: { id: deliveryId }, data: { next_at: null, queued_at: null } });
    return { over: true, status: "held" };
  }
  const body = endpoint.status === "disabled" ? undefined : await openEventBody(ctx, tx, event);
  if (body === undefined) {
    await tx.webhookDelivery.update({ where: { id: deliveryId }, data: { status: "failed", next_at: null } });
    return { over: true, status: "failed" };
  }
  const turn = await takeTurn(ctx, tx, { delivery, endpoint });
  if (turn.kind === "queued") return { over: true, status: "queued" };
  if (turn.kind === "taken") return { over: false, waitSeconds: turn.seconds, again: true };
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

interface Noted {
  readonly outcome: AttemptOutcome;
  readonly told?: readonly JobEventToSend[];
}

async function note(ctx: Ctx, tx: Tx, prepared: Prepared, number: number, answer: WebhookAnswer): Promise<Noted> {
  const { delivery, endpoint } = prepared;
  await writeAttempt(ctx, tx, prepared, answer);
  const now = ctx.clock.now();
  const write = (data: { status?: string; next_at: Date | null; delivered_at?: Date }) =>
    tx.webhookDelivery.update({
      where: { id: delivery.id },
      data: { attempts: { increment: 1 }, leased_until: null, ...data },
    });
  const verdict = judgeAnswer(answer);
  const wait = waitAfterTry(number);
  await noteHealth(tx, endpoint, verdict === "delivered" ? null : now);
  if (verdict === "delivered") {
    await write({ status: "delivered", next_at: null, delivered_at: now });
    return { outcome: { over: true, status: "delivered" } };
  }
  if (verdict === "retry" && wait !== undefined) {
    await write({ next_at: new Date(now.getTime() + wait * 1000) });
    return { outcome: { over: false, waitSeconds: wait } };
  }
  await write({ status: "failed", next_at: null });
  if (verdict === "retry" && !isFailing(endpoint.failing_since, now)) {
    return { outcome: { over: true, status: "failed" } };
  }
  const told = await disableEndpoint(ctx, tx, endpoint, verdict === "gone" ? "gone" : "failing");
  return { outcome: { over: true, status: "disabled" }, told };
}

async function writeAttempt(ctx: Ctx, tx: Tx, { delivery, tenantKey }: Prepared, answer: WebhookAnswer): Promise<void> {
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
      created_at: ctx.clock.now(),
    },
  });
}

/** Since when nothing arrives at an endpoint; null once something does. Written only where it changes. */
async function noteHealth(tx: Tx, { id, failing_since: before }: WebhookEndpoint, failing: Date | null): Promise<void> {
  if ((before === null) === (failing === null)) return;
  await tx.webhookEndpoint.updateMany({ where: { id }, data: { failing_since: failing } });
}
