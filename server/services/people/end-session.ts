import { tokenHash } from "@/server/services/people/token-hash";
import type { Adapters } from "@/server/services/ports";

/** Signing out: the session of this cookie is over, wherever a copy of it may be. */
export async function endSession(
  { database, clock }: Pick<Adapters, "database" | "clock">,
  input: { readonly token: string },
): Promise<void> {
  const where = { token_hash: tokenHash(input.token), revoked_at: null };
  await database.asPlatform((tx) => tx.personSession.updateMany({ where, data: { revoked_at: clock.now() } }));
}
