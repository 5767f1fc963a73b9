import { AppError } from "@/server/contract/errors";
import type { SessionView } from "@/server/contract/v1/sessions";
import { appendAudit } from "@/server/services/audit/append-audit";
import { sendEvents } from "@/server/services/jobs/send-events";
import { openTenantKey } from "@/server/services/keys/open-tenant-key";
import type { Ctx, Tx } from "@/server/services/ports";
import { viewSession } from "@/server/services/sessions/view-session";
import { writeOutbox } from "@/server/services/webhooks/write-outbox";

/**
 * Ends a session that waits for its person; link and cookie stop working at once. AppError: not_found,
 * session_finished.
 */
export async function cancelSession(ctx: Ctx, id: string): Promise<SessionView> {
  const { view, due } = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const own = { id, tenant_id: ctx.tenantId, environment: ctx.environment };
    const now = ctx.clock.now();
    const { count } = await tx.session.updateMany({
      where: { ...own, status: "requires_input", expires_at: { gt: now } },
      data: { status: "cancelled", completed_at: now, token_hash: null, cookie_hash: null },
    });
    const session = await tx.session.findFirst({ where: own });
    if (!session) throw new AppError("not_found", { session_id: id.slice(0, 100) });
    const view = await viewSession(ctx, tx, session);
    if (count === 0) throw new AppError("session_finished", { status: view.status });
    const due = await writeOutbox(ctx, tx, {
      type: "session.cancelled",
      subjectId: id,
      data: view,
      key: await sessionKey(ctx, tx, session.data_key_sealed),
    });
    await appendAudit(ctx, tx, { action: "session.cancelled", target: id });
    return { view, due };
  });
  await sendEvents(ctx, due);
  return view;
}

async function sessionKey(ctx: Ctx, tx: Tx, sealed: Uint8Array | null) {
  const tenantKey = await openTenantKey(ctx, tx);
  return sealed ? ctx.keys.openDataKey(sealed, tenantKey) : tenantKey;
}
