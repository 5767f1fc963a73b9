import { AppError } from "@/server/contract/errors";
import { auditPerson } from "@/server/services/people/audit-person";
import { provePerson } from "@/server/services/people/prove-person";
import type { Adapters, Tx } from "@/server/services/ports";

/**
 * Ends one session of a person's own, or all but the one that asks, for who proves again that it is they. From the
 * commit on no process takes them. AppError `unauthenticated`, `not_found` for a session that is not theirs.
 */
export async function revokeSessions(
  ctx: Pick<Adapters, "database" | "clock" | "ids" | "keys" | "rates">,
  input: { readonly userId: string; readonly password: string; readonly code?: string } & (
    | { readonly id: string }
    | { readonly allBut: string }
  ),
): Promise<{ readonly revoked: number }> {
  const { userId } = input;
  await provePerson(ctx, input);
  return ctx.database.asPlatform(async (tx) => {
    const which = "id" in input ? { id: input.id } : { id: { not: input.allBut } };
    const theirs = { ...which, user_id: userId };
    if ("id" in input && (await tx.personSession.count({ where: theirs })) === 0) throw new AppError("not_found");
    const revoked = await endSessions(tx, ctx.clock.now(), theirs);
    const event = { action: "person.sessions_revoked", details: { sessions: revoked } };
    if (revoked > 0) await auditPerson({ ...ctx, actor: userId }, tx, userId, event);
    return { revoked };
  });
}

/** The sessions of these people, ended in the caller's (platform's) transaction. Answers how many there were. */
export async function endSessions(
  tx: Tx,
  now: Date,
  which: { user_id: string; id?: string | { not: string } },
): Promise<number> {
  const { count } = await tx.personSession.updateMany({
    where: { ...which, revoked_at: null },
    data: { revoked_at: now },
  });
  return count;
}
