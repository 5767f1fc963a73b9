import type { Scope } from "@/server/contract/enums";
import { AppError } from "@/server/contract/errors";
import { appendAudit } from "@/server/services/audit/append-audit";
import { sendEvents } from "@/server/services/jobs/send-events";
import { type CreatedKey, writeKey } from "@/server/services/keys/create-key";
import { viewKey } from "@/server/services/keys/list-keys";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import type { Ctx } from "@/server/services/ports";
import { writeOutbox } from "@/server/services/webhooks/write-outbox";

export interface RotatedKey extends CreatedKey {
  /** Until when the old key works beside the new one. */
  readonly oldKeyUntil: Date;
}

/** Hours for which both keys may work side by side. */
export const OVERLAP_HOURS_MAX = 720;

/**
 * Makes a key with the same label, scopes, addresses and lifetime, and lets the old one run out after `overlapHours`
 * (0–720). AppError `not_found`; `conflict` where the key is no longer in use.
 */
export async function rotateKey(
  ctx: Ctx,
  input: { readonly id: string; readonly overlapHours: number },
): Promise<RotatedKey> {
  const { rotated, events } = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM api_key WHERE id = ${input.id} FOR UPDATE`;
    const old = await tx.apiKey.findUnique({ where: { id: input.id } });
    if (!old) throw new AppError("not_found", { key_id: input.id });
    const now = ctx.clock.now();
    const { status, environment } = viewKey(old, now);
    if (status !== "active") throw new AppError("conflict", { key_id: old.id, status });
    const overlapMs = Math.min(OVERLAP_HOURS_MAX, Math.max(0, input.overlapHours)) * 3_600_000;
    const until = new Date(Math.min(now.getTime() + overlapMs, old.expires_at?.getTime() ?? Number.POSITIVE_INFINITY));
    const lifeMs = old.expires_at && old.expires_at.getTime() - old.created_at.getTime();
    const made = await writeKey(ctx, tx, {
      environment,
      label: old.label,
      scopes: old.scopes as Scope[],
      ipAllow: old.ip_allow,
      expiresAt: lifeMs === null ? undefined : new Date(now.getTime() + lifeMs),
    });
    await tx.apiKey.update({ where: { id: old.id }, data: { expires_at: until } });
    const data = { key_id: old.id, label: old.label, new_key_id: made.id, old_key_until: until.toISOString() };
    const event = { type: "key.rotated", subjectId: old.id, data, key: await openTenantKey(ctx, tx) } as const;
    const events = await writeOutbox({ ...ctx, environment }, tx, event);
    const details = { new_key: made.id, old_until: until.toISOString() };
    await appendAudit(ctx, tx, { action: "key.rotated", target: old.id, details });
    return { rotated: { ...made, oldKeyUntil: until }, events };
  });
  await sendEvents(ctx, events);
  return rotated;
}
