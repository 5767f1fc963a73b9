import { AppError } from "@/server/contract/errors";
import { limitTries } from "@/server/services/people/limit-tries";
import { hashPassword, passwordMatches } from "@/server/services/people/password";
import type { Adapters } from "@/server/services/ports";

export interface SignedIn {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** So that an unknown address, and one without a password, cost as much time as a wrong password. */
let decoy: Promise<string> | undefined;

/**
 * A person by e-mail and password; `unauthenticated` where either is wrong, without saying which; `rate_limited` after
 * too many tries with one e-mail or from one address, right ones included.
 */
export async function signIn(
  adapters: Pick<Adapters, "database" | "rates">,
  input: { readonly email: string; readonly password: string; readonly address?: string },
): Promise<SignedIn> {
  const email = input.email.trim().toLowerCase();
  if (input.address) await limitTries(adapters, "address", input.address);
  await limitTries(adapters, "password", email);
  const user = await adapters.database.asPlatform((tx) => tx.user.findUnique({ where: { email } }));
  decoy ??= hashPassword("decoy");
  const matches = await passwordMatches(input.password, user?.password_hash || (await decoy));
  if (!user || user.password_hash === "" || !matches) throw new AppError("unauthenticated");
  return { id: user.id, email: user.email, name: user.name };
}
