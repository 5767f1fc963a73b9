import { AppError } from "@/server/contract/errors";
import { auditPerson } from "@/server/services/people/audit-person";
import { tellOfNewPassword } from "@/server/services/people/change-password";
import { judgePassword } from "@/server/services/people/judge-password";
import { limitTries } from "@/server/services/people/limit-tries";
import { hashPassword } from "@/server/services/people/password";
import { endSessions } from "@/server/services/people/revoke-sessions";
import { tokenHash } from "@/server/services/people/token-hash";
import type { Adapters } from "@/server/services/ports";

/**
 * Sets the password by the token of a mail, once: every session ends and every other link stops working. A second
 * factor stays and is asked for at the next sign-in. AppError `session_expired` for a link that is used, over or
 * unknown.
 */
export async function resetPassword(
  adapters: Pick<Adapters, "database" | "clock" | "ids" | "rates" | "mailer" | "log">,
  input: { readonly token: string; readonly password: string; readonly address?: string },
): Promise<void> {
  if (input.address) await limitTries(adapters, "address", input.address);
  const now = adapters.clock.now();
  const email = await adapters.database.asPlatform(async (tx) => {
    const where = { token_hash: tokenHash(input.token), used_at: null, expires_at: { gt: now } };
    const reset = await tx.passwordReset.findFirst({ where, include: { user: true } });
    if (!reset) throw new AppError("session_expired");
    const { id, email, name } = reset.user;
    judgePassword(input.password, [email, name]);
    const { count } = await tx.passwordReset.updateMany({ where, data: { used_at: now } });
    if (count === 0) throw new AppError("session_expired");
    await tx.passwordReset.updateMany({ where: { user_id: id, used_at: null }, data: { used_at: now } });
    await tx.user.update({ where: { id }, data: { password_hash: await hashPassword(input.password) } });
    const details = { sessions_revoked: await endSessions(tx, now, { user_id: id }) };
    await auditPerson({ ...adapters, actor: id }, tx, id, { action: "person.password_reset", details });
    return email;
  });
  await tellOfNewPassword(adapters, email);
}
