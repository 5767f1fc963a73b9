import { AppError } from "@/server/contract/errors";
import { sealContext } from "@/server/services/keys/seal-context";
import { auditPerson } from "@/server/services/people/audit-person";
import { takeStep } from "@/server/services/people/check-second-factor";
import { limitTries } from "@/server/services/people/limit-tries";
import { replaceRecoveryCodes } from "@/server/services/people/recovery-codes";
import { totpStep } from "@/server/services/people/totp";
import type { Adapters } from "@/server/services/ports";

/**
 * The first code shows that the app holds the secret: from now on every other session has to show one too. Answers the
 * recovery codes, this once. AppError `unauthenticated` for a wrong code, `conflict` where nothing was begun.
 */
export async function confirmSecondFactor(
  adapters: Pick<Adapters, "database" | "clock" | "ids" | "keys" | "rates">,
  input: { readonly userId: string; readonly sessionId: string; readonly code: string },
): Promise<{ readonly recoveryCodes: readonly string[] }> {
  const { database, keys, clock } = adapters;
  const { userId: id, sessionId } = input;
  await limitTries(adapters, "second_factor", id);
  return database.asPlatform(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM "user" WHERE id = ${id} FOR UPDATE`;
    const user = await tx.user.findUniqueOrThrow({ where: { id }, select: { totp_pending: true, totp_sealed: true } });
    if (!user.totp_pending || user.totp_sealed) throw new AppError("conflict", { reason: "nothing_begun" });
    const opened = await keys.open("master", user.totp_pending, sealContext("user", "totp_pending", id));
    const secret = new TextDecoder().decode(opened);
    const step = totpStep(secret, input.code.replace(/\s/g, ""), clock.now());
    if (step === undefined) throw new AppError("unauthenticated", { reason: "code" });
    const totp_sealed = await keys.seal("master", secret, sealContext("user", "totp_sealed", id));
    await tx.user.update({ where: { id }, data: { totp_sealed, totp_pending: null, totp_last_step: 0 } });
    await takeStep(tx, id, step);
    await tx.personSession.updateMany({ where: { user_id: id }, data: { strong: false } });
    await tx.personSession.update({ where: { id: sessionId, user_id: id }, data: { strong: true } });
    const recoveryCodes = await replaceRecoveryCodes(adapters.ids, tx, id);
    await auditPerson({ ...adapters, actor: id }, tx, id, { action: "person.second_factor_set_up" });
    return { recoveryCodes };
  });
}
