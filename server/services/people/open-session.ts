import { auditPerson } from "@/server/services/people/audit-person";
import { tokenHash } from "@/server/services/people/token-hash";
import type { Adapters } from "@/server/services/ports";

/** A sign-in ends after this time whatever is done with it, and earlier where nothing is done. */
export const SESSION_HOURS = 12;
export const IDLE_HOURS = 2;

export interface NewSession {
  readonly userId: string;
  readonly method: "password" | "oidc";
  /** The second factor was shown, or the provider vouches that it was. */
  readonly strong: boolean;
  readonly device: string;
  readonly address?: string;
  /**
   * The person's session that this one takes the place of: whoever signs in again, or a step further, gets a new
   * secret.
   */
  readonly replaces?: string;
}

/** Opens a session, writes that down, and answers the secret for its cookie, which is stored only as a hash. */
export async function openSession(
  { database, clock, ids }: Pick<Adapters, "database" | "clock" | "ids">,
  input: NewSession,
): Promise<string> {
  const token = ids.secret(32);
  const now = clock.now();
  await database.asPlatform(async (tx) => {
    await tx.personSession.create({
      data: {
        id: ids.make("pse"),
        user_id: input.userId,
        token_hash: tokenHash(token),
        method: input.method,
        strong: input.strong,
        device: input.device.slice(0, 200),
        address: input.address ?? null,
        created_at: now,
        last_seen_at: now,
        expires_at: new Date(now.getTime() + SESSION_HOURS * 3_600_000),
      },
    });
    const replaced = { id: input.replaces ?? "", user_id: input.userId, revoked_at: null };
    if (input.replaces) await tx.personSession.updateMany({ where: replaced, data: { revoked_at: now } });
    await tx.user.update({ where: { id: input.userId }, data: { last_sign_in_at: now } });
    const details = { method: input.method, second_factor: input.strong };
    await auditPerson({ clock, ids, actor: input.userId }, tx, input.userId, { action: "person.signed_in", details });
  });
  return token;
}
