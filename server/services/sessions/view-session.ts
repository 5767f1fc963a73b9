import type { Session } from "@/prisma/generated/client";
import type { SessionView } from "@/server/contract/v1/sessions";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import { sealContext } from "@/server/services/keys/seal-context";
import type { Ctx, Tx } from "@/server/services/ports";
import { SessionOptions } from "@/server/services/sessions/session-options";

/** A session as the API and the webhooks show it; one that ran out of time is `expired` before any sweep marks it. */
export async function viewSession(ctx: Ctx, tx: Tx, session: Session): Promise<SessionView> {
  const options = await optionsOf(ctx, tx, session);
  const ranOut = session.status === "requires_input" && session.expires_at <= ctx.clock.now();
  return {
    session_id: session.id,
    status: ranOut ? "expired" : (session.status as SessionView["status"]),
    decision: session.decision as SessionView["decision"],
    job_id: session.job_id,
    reference: session.reference,
    return_url: session.return_url,
    metadata: options.metadata,
    environment: session.environment as SessionView["environment"],
    created_at: session.created_at.toISOString(),
    expires_at: session.expires_at.toISOString(),
    completed_at: session.completed_at?.toISOString() ?? null,
  };
}

/** What the tenant said when it made the link; nothing once the session's key was destroyed. */
export async function optionsOf(ctx: Ctx, tx: Tx, session: Session): Promise<SessionOptions> {
  if (!session.data_key_sealed || !session.options_sealed) return SessionOptions.parse({});
  const key = await ctx.keys.openDataKey(session.data_key_sealed, await openTenantKey(ctx, tx));
  const context = sealContext("session", "options_sealed", session.id);
  const plain = await ctx.keys.open(key, session.options_sealed, context);
  return SessionOptions.parse(JSON.parse(new TextDecoder().decode(plain)));
}
