import { AppError } from "@/server/contract/errors";
import { sealContext } from "@/server/services/keys/seal-context";
import { makeTotpSecret, totpAddress } from "@/server/services/people/totp";
import type { Adapters } from "@/server/services/ports";

export interface BegunSecondFactor {
  /** For typing where the picture cannot be taken. */
  readonly secret: string;
  /** For the QR code. */
  readonly address: string;
}

/**
 * Makes a secret for an authenticator app; it counts only once a code of it was given. AppError `conflict` where one is
 * set up.
 */
export async function beginSecondFactor(
  { database, keys }: Pick<Adapters, "database" | "keys">,
  input: { readonly userId: string },
): Promise<BegunSecondFactor> {
  const secret = makeTotpSecret();
  const sealed = await keys.seal("master", secret, sealContext("user", "totp_pending", input.userId));
  return database.asPlatform(async (tx) => {
    const where = { id: input.userId, totp_sealed: null };
    const { count } = await tx.user.updateMany({ where, data: { totp_pending: sealed } });
    if (count === 0) throw new AppError("conflict", { reason: "second_factor_set_up" });
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: input.userId }, select: { email: true } });
    return { secret, address: totpAddress(secret, email) };
  });
}
