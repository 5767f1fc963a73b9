import { AppError } from "@/server/contract/errors";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx } from "@/server/services/ports";
import { openEventBody } from "@/server/services/webhooks/open-event-body";

export interface DeliveryView {
  readonly id: string;
  readonly eventId: string;
  readonly type: string;
  readonly url: string;
  readonly status: string;
  /** As it was signed and sent; null once what it speaks of was erased. */
  readonly body: string | null;
  readonly tries: readonly {
    readonly number: number;
    readonly statusCode: number | null;
    readonly error: string | null;
    readonly durationMs: number;
    /** The beginning of what the receiver answered. */
    readonly answer: string;
    readonly at: Date;
  }[];
}

/** One delivery with its body and every try. AppError `not_found`. */
export async function getDelivery(ctx: Ctx, { id }: { readonly id: string }): Promise<DeliveryView> {
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const row = await tx.webhookDelivery.findFirst({
      where: { id, event: { environment: ctx.environment } },
      include: { event: true, endpoint: true, tries: { orderBy: { number: "asc" } } },
    });
    if (!row) throw new AppError("not_found", { delivery_id: id.slice(0, 100) });
    const key = await openTenantKey(ctx, tx);
    const open = async (sealed: Uint8Array | null, tryId: string): Promise<string> => {
      if (!sealed) return "";
      const context = sealContext("webhook_attempt", "answer_sealed", tryId);
      return new TextDecoder().decode(await ctx.keys.open(key, sealed, context));
    };
    const tries = row.tries.map(async (one) => ({
      number: one.number,
      statusCode: one.status_code,
      error: one.error,
      durationMs: one.duration_ms,
      answer: await open(one.answer_sealed, one.id),
      at: one.created_at,
    }));
    return {
      id: row.id,
      eventId: row.event_id,
      type: row.event.type,
      url: row.endpoint.url,
      status: row.status,
      body: (await openEventBody(ctx, tx, row.event)) ?? null,
      tries: await Promise.all(tries),
    };
  });
}
