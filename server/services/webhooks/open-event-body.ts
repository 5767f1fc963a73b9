import type { OutboxEvent } from "@/prisma/generated/client";
import { openJobKey } from "@/server/services/keys/open-job-key";
import { openSessionKey } from "@/server/services/keys/open-session-key";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx, DataKey, Tx } from "@/server/services/ports";

/** The body of an event as it is sent; undefined once the verification that it speaks of was erased. */
export async function openEventBody(ctx: Ctx, tx: Tx, event: OutboxEvent): Promise<string | undefined> {
  const key = await keyOf(ctx, tx, event);
  if (!key) return undefined;
  const plain = await ctx.keys.open(key, event.body_sealed, sealContext("outbox_event", "body_sealed", event.id));
  return new TextDecoder().decode(plain);
}

/** Whose key a body is under (`writeOutbox`): the verification's, the session's, else the tenant's. */
async function keyOf(ctx: Ctx, tx: Tx, event: OutboxEvent): Promise<DataKey | undefined> {
  const where = { id: event.subject_id };
  if (event.type.startsWith("job.")) {
    const job = await tx.job.findUnique({ where, select: { data_key_sealed: true } });
    return job?.data_key_sealed ? openJobKey(ctx, tx, job) : undefined;
  }
  if (event.type.startsWith("session.")) {
    const session = await tx.session.findUnique({ where, select: { data_key_sealed: true } });
    return session ? openSessionKey(ctx, tx, session) : undefined;
  }
  return openTenantKey(ctx, tx);
}
