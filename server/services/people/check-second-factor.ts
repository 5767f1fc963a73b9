import { AppError } from "@/server/contract/errors";
import { sealContext } from "@/server/services/keys/seal-context";
import { auditPerson } from "@/server/services/people/audit-person";
import { limitTries } from "@/server/services/people/limit-tries";
import { useRecoveryCode } from "@/server/services/people/recovery-codes";
import { totpStep } from "@/server/services/people/totp";
import type { Adapters, Tx } from "@/server/services/ports";

type People = Pick<Adapters, "database" | "clock" | "ids" | "keys" | "rates">;

/**
 * Takes a code of the authenticator app, or a recovery code, once. AppError `unauthenticated` for a wrong one and for
 * one that was taken before; `rate_limited` after five tries in five minutes; `conflict` where no second factor is set
 * up.
 */
export async function checkSecondFactor(
  adapters: People,
  input: { readonly userId: string; readonly code: string },
): Promise<void> {
  await limitTries(adapters, "second_factor", input.userId);
  const right = await adapters.database.asPlatform((tx) => takeCode(adapters, tx, input));
  if (!right) throw new AppError("unauthenticated", { reason: "code" });
}

async function takeCode(
  adapters: People,
  tx: Tx,
  { userId, code }: { userId: string; code: string },
): Promise<boolean> {
  const { totp_sealed } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { totp_sealed: true } });
  if (!totp_sealed) throw new AppError("conflict", { reason: "no_second_factor" });
  const now = adapters.clock.now();
  const digits = code.replace(/\s/g, "");
  if (/^\d{6}$/.test(digits)) {
    const secret = await adapters.keys.open("master", totp_sealed, sealContext("user", "totp_sealed", userId));
    const step = totpStep(new TextDecoder().decode(secret), digits, now);
    return step !== undefined && (await takeStep(tx, userId, step));
  }
  if (!(await useRecoveryCode(tx, userId, code, now))) return false;
  await auditPerson({ ...adapters, actor: userId }, tx, userId, { action: "person.recovery_code_used" });
  return true;
}

/** Each step of thirty seconds is taken once, in whatever process, and none before the last one taken. */
export async function takeStep(tx: Tx, userId: string, step: bigint): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, totp_last_step: { lt: step } },
    data: { totp_last_step: step },
  });
  return count === 1;
}
