import type { Decision } from "@/server/contract/enums";
import { appendAudit } from "@/server/services/audit/append-audit";
import type { JobEventToSend } from "@/server/services/jobs/job-events";
import { openSessionKey } from "@/server/services/keys/open-session-key";
import type { Ctx, Tx } from "@/server/services/ports";
import { viewSession } from "@/server/services/sessions/view-session";
import { writeOutbox } from "@/server/services/webhooks/write-outbox";

/** Ends the hosted session that a verification came from, in the caller's transaction. Nothing where there is none. */
export async function closeSession(
  ctx: Ctx,
  tx: Tx,
  jobId: string,
  decision: Decision,
): Promise<readonly JobEventToSend[]> {
  const session = await tx.session.findFirst({ where: { job_id: jobId, status: "processing" } });
  if (!session) return [];
  const closed = await tx.session.update({
    where: { id: session.id },
    data: { status: decision, decision, completed_at: ctx.clock.now() },
  });
  const key = await openSessionKey(ctx, tx, closed);
  const data = await viewSession(ctx, tx, closed);
  const events = key ? await writeOutbox(ctx, tx, { type: "session.completed", subjectId: session.id, data, key }) : [];
  await appendAudit(ctx, tx, { action: "session.decided", target: session.id, details: { decision, job: jobId } });
  return events;
}
