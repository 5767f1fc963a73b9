import { auditPerson } from "@/server/services/people/audit-person";
import { judgePassword } from "@/server/services/people/judge-password";
import { hashPassword } from "@/server/services/people/password";
import { provePerson } from "@/server/services/people/prove-person";
import { endSessions } from "@/server/services/people/revoke-sessions";
import type { Adapters } from "@/server/services/ports";

/**
 * A new password, for who gives the old one (and a code where a second factor is set up). Every other session ends and
 * the person is told by mail. AppError `unauthenticated`, `invalid_request` for a weak one.
 */
export async function changePassword(
  adapters: Pick<Adapters, "database" | "clock" | "ids" | "keys" | "rates" | "mailer" | "log">,
  input: { userId: string; sessionId: string; password: string; code?: string; next: string },
): Promise<void> {
  const { userId: id, sessionId, next } = input;
  await provePerson(adapters, input);
  const email = await adapters.database.asPlatform(async (tx) => {
    const user = await tx.user.findUniqueOrThrow({ where: { id }, select: { email: true, name: true } });
    judgePassword(next, [user.email, user.name]);
    await tx.user.update({ where: { id }, data: { password_hash: await hashPassword(next) } });
    const revoked = await endSessions(tx, adapters.clock.now(), { user_id: id, id: { not: sessionId } });
    const details = { sessions_revoked: revoked };
    await auditPerson({ ...adapters, actor: id }, tx, id, { action: "person.password_changed", details });
    return user.email;
  });
  await tellOfNewPassword(adapters, email);
}

/** So that a password changed by somebody else does not stay unseen. The change stands although the mail may fail. */
export async function tellOfNewPassword(
  { mailer, log }: Pick<Adapters, "mailer" | "log">,
  email: string,
): Promise<void> {
  const text = [
    "The password of your veriFlow account was changed, and every other session was signed out.",
    "If it was not you, ask for a new password at once and tell your administrator.",
  ].join("\n\n");
  try {
    await mailer.send({ to: email, subject: "Your password was changed", text });
  } catch (error) {
    log.error({ error: (error as Error).name }, "mail about a changed password could not be sent");
  }
}
