import { AppError } from "@/server/contract/errors";
import { checkSecondFactor } from "@/server/services/people/check-second-factor";
import { limitTries } from "@/server/services/people/limit-tries";
import { passwordMatches } from "@/server/services/people/password";
import type { Adapters } from "@/server/services/ports";

/**
 * Proves again that it is the person themselves before something that a stolen session must not do: their password,
 * where they have one, and a code where a second factor is set up. AppError `unauthenticated` naming what was wrong.
 */
export async function provePerson(
  adapters: Pick<Adapters, "database" | "clock" | "ids" | "keys" | "rates">,
  input: { readonly userId: string; readonly password: string; readonly code?: string },
): Promise<void> {
  const { userId: id } = input;
  await limitTries(adapters, "password", id);
  const user = await adapters.database.asPlatform((tx) =>
    tx.user.findUniqueOrThrow({ where: { id }, select: { password_hash: true, totp_sealed: true } }),
  );
  if (user.password_hash !== "" && !(await passwordMatches(input.password, user.password_hash))) {
    throw new AppError("unauthenticated", { reason: "password" });
  }
  if (user.totp_sealed) await checkSecondFactor(adapters, { userId: id, code: input.code ?? "" });
}
