import type { Scope } from "@/server/contract/enums";
import { AppError } from "@/server/contract/errors";
import { appendAudit } from "@/server/services/audit/append-audit";
import { type CreatedKey, writeKey } from "@/server/services/keys/create-key";
import { viewKey } from "@/server/services/keys/list-keys";
import type { Ctx } from "@/server/services/ports";

export interface RotatedKey extends CreatedKey {
  /** Until when the old key works beside the new one. */
  readonly oldKeyUntil: Date;
}

/**
 * Makes a key with the same label, scopes and addresses, and lets the old one run out after `overlapHours` (0–720).
 * AppError `not_found`; `conflict` where the key is no longer in use.
 */
export function rotateKey(
  ctx: Ctx,
  input: { readonly id: string; readonly overlapHours: number },
): Promise<RotatedKey> {
  return ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const old = await tx.apiKey.findUnique({ where: { id: input.id } });
    if (!old) throw new AppError("not_found", { key_id: input.id });
    const now = ctx.clock.now();
    const view = viewKey(old, now);
    if (view.status !== "active") throw new AppError("conflict", { key_id: old.id, status: view.status });
    const overlapMs = Math.min(720, Math.max(0, input.overlapHours)) * 3_600_000;
    const until = new Date(Math.min(now.getTime() + overlapMs, old.expires_at?.getTime() ?? Number.POSITIVE_INFINITY));
    const made = await writeKey(ctx, tx, {
      environment: view.environment,
      label: old.label,
      scopes: old.scopes as Scope[],
      ipAllow: old.ip_allow,
    });
    await tx.apiKey.update({ where: { id: old.id }, data: { expires_at: until } });
    const details = { new_key: made.id, old_until: until.toISOString() };
    await appendAudit(ctx, tx, { action: "key.rotated", target: old.id, details });
    return { ...made, oldKeyUntil: until };
  });
}
