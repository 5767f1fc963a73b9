import { AppError } from "@/server/contract/errors";
import { appendAudit } from "@/server/services/audit/append-audit";
import { sendEvents } from "@/server/services/jobs/send-events";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import type { Ctx } from "@/server/services/ports";
import { writeOutbox } from "@/server/services/webhooks/write-outbox";

/** From the commit on no process accepts the key. AppError `not_found`; revoking twice changes nothing. */
export async function revokeKey(ctx: Ctx, input: { readonly id: string }): Promise<void> {
  const events = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const key = await tx.apiKey.findUnique({ where: { id: input.id } });
    if (!key) throw new AppError("not_found", { key_id: input.id });
    const where = { id: key.id, revoked_at: null };
    const { count } = await tx.apiKey.updateMany({ where, data: { revoked_at: ctx.clock.now() } });
    if (count === 0) return [];
    const event = {
      type: "key.revoked",
      subjectId: key.id,
      data: { key_id: key.id, label: key.label },
      key: await openTenantKey(ctx, tx),
    } as const;
    const toSend = await writeOutbox({ ...ctx, environment: key.environment as Ctx["environment"] }, tx, event);
    await appendAudit(ctx, tx, { action: "key.revoked", target: key.id });
    return toSend;
  });
  await sendEvents(ctx, events);
}
