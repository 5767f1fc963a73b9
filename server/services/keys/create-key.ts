import { type Environment, Scope } from "@/server/contract/enums";
import { appendAudit } from "@/server/services/audit/append-audit";
import { sendEvents } from "@/server/services/jobs/send-events";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx, Tx } from "@/server/services/ports";
import { writeOutbox } from "@/server/services/webhooks/write-outbox";

export interface NewKey {
  readonly environment: Environment;
  readonly label: string;
  /** All of them where left out. */
  readonly scopes?: readonly Scope[];
  /** Addresses or CIDR ranges; empty allows every address. */
  readonly ipAllow?: readonly string[];
  readonly expiresAt?: Date;
}

/** `secret` is shown this once. */
export interface CreatedKey {
  readonly id: string;
  readonly secret: string;
}

/** Makes an API key and tells the tenant's endpoints; its secret is kept sealed, because HMAC needs it whole. */
export async function createKey(ctx: Ctx, input: NewKey): Promise<CreatedKey> {
  const { made, events } = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const made = await writeKey(ctx, tx, input);
    const data = { key_id: made.id, label: input.label };
    const event = { type: "key.created", subjectId: made.id, data, key: await openTenantKey(ctx, tx) } as const;
    return { made, events: await writeOutbox({ ...ctx, environment: input.environment }, tx, event) };
  });
  await sendEvents(ctx, events);
  return made;
}

/** The row and its audit entry, in the caller's transaction. */
export async function writeKey(ctx: Ctx, tx: Tx, input: NewKey): Promise<CreatedKey> {
  const id = `vf_${input.environment}_${ctx.ids.secret(18).replace(/[-_]/g, "x")}`;
  const secret = `vfs_${ctx.ids.secret(32)}`;
  const scopes = [...(input.scopes ?? Scope.options)];
  const sealed = await ctx.keys.seal(await openTenantKey(ctx, tx), secret, sealContext("api_key", "secret_sealed", id));
  await tx.apiKey.create({
    data: {
      id,
      tenant_id: ctx.tenantId,
      environment: input.environment,
      label: input.label,
      secret_sealed: sealed,
      scopes,
      ip_allow: [...(input.ipAllow ?? [])],
      expires_at: input.expiresAt ?? null,
      created_at: ctx.clock.now(),
    },
  });
  const { environment, expiresAt } = input;
  const details = { environment, scopes, expires_at: expiresAt?.toISOString() ?? null };
  await appendAudit(ctx, tx, { action: "key.created", target: id, details });
  return { id, secret };
}
