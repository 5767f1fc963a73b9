import { quotaReached } from "@/server/services/jobs/job-events";
import type { Adapters } from "@/server/services/ports";

/** Older than this and not mailed: the process died before it could say so, or the mail server did not answer. */
const FORGOTTEN_MS = 30 * 60_000;
/** After this it is no news any more. */
const STALE_MS = 3 * 86_400_000;

/** Starts mails about quotas that did not go out; once an hour each. Answers how many. */
export async function resendQuotaMails({
  database,
  clock,
  events,
}: Pick<Adapters, "database" | "clock" | "events">): Promise<number> {
  const now = clock.now();
  const due = { lt: new Date(now.getTime() - FORGOTTEN_MS), gt: new Date(now.getTime() - STALE_MS) };
  const rows = await database.asPlatform((tx) =>
    tx.quotaCounter.findMany({
      where: {
        OR: [
          { warned_at: due, warned_mail_at: null },
          { exhausted_at: due, exhausted_mail_at: null },
        ],
      },
    }),
  );
  const round = now.toISOString().slice(0, 13);
  const marks = rows.flatMap((row) => {
    const { environment, module, period, tenant_id: tenantId } = row;
    const levels = [
      ...(row.warned_at && !row.warned_mail_at ? (["warning"] as const) : []),
      ...(row.exhausted_at && !row.exhausted_mail_at ? (["exhausted"] as const) : []),
    ];
    return levels.map((level) => quotaReached(tenantId, { environment, module, period, level }, round));
  });
  for (const mark of marks) await events.send(mark);
  return marks.length;
}
