import type { Environment } from "@/server/contract/enums";
import { appendAudit } from "@/server/services/audit/append-audit";
import { makeJobCtx } from "@/server/services/jobs/make-job-ctx";
import { sendEvents } from "@/server/services/jobs/send-events";
import { openSessionKey } from "@/server/services/keys/open-session-key";
import type { Adapters, Ctx } from "@/server/services/ports";
import { viewSession } from "@/server/services/sessions/view-session";
import { writeOutbox } from "@/server/services/webhooks/write-outbox";

const BATCH = 200;

/** Ends the hosted sessions that ran out of time, each with its audit entry and event. Returns how many. */
export async function expireSessions(adapters: Adapters): Promise<number> {
  const now = adapters.clock.now();
  const due = await adapters.database.asPlatform((tx) =>
    tx.session.findMany({
      where: { status: "requires_input", expires_at: { lte: now } },
      select: { id: true, tenant_id: true, environment: true },
      take: BATCH,
    }),
  );
  for (const { id, tenant_id: tenantId, environment } of due)
    await expireSession(makeJobCtx(adapters, { tenantId, environment: environment as Environment, traceId: id }), id);
  return due.length;
}

/** Ends one session whose time is over; nothing where it went on meanwhile. */
export async function expireSession(ctx: Ctx, id: string): Promise<void> {
  const events = await ctx.database.inTenant(ctx.tenantId, async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id, status: "requires_input", expires_at: { lte: ctx.clock.now() } },
      data: { status: "expired", completed_at: ctx.clock.now(), token_hash: null, cookie_hash: null },
    });
    if (count === 0) return [];
    const session = await tx.session.findUniqueOrThrow({ where: { id } });
    const key = await openSessionKey(ctx, tx, session);
    const data = await viewSession(ctx, tx, session);
    const written = key ? await writeOutbox(ctx, tx, { type: "session.expired", subjectId: id, data, key }) : [];
    await appendAudit(ctx, tx, { action: "session.expired", target: id });
    return written;
  });
  await sendEvents(ctx, events);
}
