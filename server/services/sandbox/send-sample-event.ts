import { AppError } from "@/server/contract/errors";
import { EVENTS, type EventType } from "@/server/contract/events";
import { sendEvents } from "@/server/services/jobs/send-events";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import type { Ctx } from "@/server/services/ports";
import { requireSandbox } from "@/server/services/sandbox/require-sandbox";
import { writeOutbox } from "@/server/services/webhooks/write-outbox";

/**
 * Sends a declared example to the tenant's test endpoints. AppError `invalid_request` for types that are played
 * instead.
 */
export async function sendSampleEvent(ctx: Ctx, { type }: { type: EventType }): Promise<{ deliveries: number }> {
  requireSandbox(ctx);
  const declared = EVENTS[type];
  if (!("example" in declared)) {
    const message = "Verifications and sessions are played: POST /v1/sandbox/sessions/{id}/simulate.";
    throw new AppError("invalid_request", { fields: [{ path: "type", message }] });
  }
  const due = await ctx.database.inTenant(ctx.tenantId, async (tx) =>
    writeOutbox(ctx, tx, {
      type,
      subjectId: "sample",
      data: declared.data.parse(declared.example) as never,
      key: await openTenantKey(ctx, tx),
    }),
  );
  await sendEvents(ctx, due);
  return { deliveries: due.length };
}
