import { AppError } from "@/server/contract/errors";
import { hashPassword, passwordMatches } from "@/server/services/people/password";
import type { Adapters } from "@/server/services/ports";

export interface SignedIn {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly sessionEpoch: number;
}

/** So that an unknown address costs as much time as a wrong password. */
let decoy: Promise<string> | undefined;

/** A person by e-mail and password; `unauthenticated` where either is wrong, without saying which. */
export async function signIn(
  { database, clock }: Pick<Adapters, "database" | "clock">,
  input: { email: string; password: string },
): Promise<SignedIn> {
  const email = input.email.trim().toLowerCase();
  const user = await database.asPlatform((tx) => tx.user.findUnique({ where: { email } }));
  decoy ??= hashPassword("decoy");
  const matches = await passwordMatches(input.password, user?.password_hash ?? (await decoy));
  if (!user || !matches) throw new AppError("unauthenticated");
  await database.asPlatform((tx) => tx.user.update({ where: { id: user.id }, data: { last_sign_in_at: clock.now() } }));
  return { id: user.id, email: user.email, name: user.name, sessionEpoch: user.session_epoch };
}
