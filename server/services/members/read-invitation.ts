import type { Invitation } from "@/prisma/generated/client";
import { AppError } from "@/server/contract/errors";
import { tokenHash } from "@/server/services/people/token-hash";
import type { Adapters, Tx } from "@/server/services/ports";

export interface InvitationToJoin {
  readonly email: string;
  readonly role: string;
  /** The tenant's name, or the platform's own operators. */
  readonly into: string;
  /** Somebody of this address can sign in: they prove themselves with their password instead of choosing one. */
  readonly known: boolean;
}

/**
 * What an invitation's link is for. Opening it changes nothing. AppError `session_expired` for one that is used, over
 * or unknown.
 */
export function readInvitation(
  { database, clock }: Pick<Adapters, "database" | "clock">,
  input: { readonly token: string },
): Promise<InvitationToJoin> {
  return database.asPlatform(async (tx) => {
    const invitation = await findOpenInvitation(tx, input.token, clock.now());
    const known = await tx.user.findUnique({ where: { email: invitation.email }, select: { password_hash: true } });
    const tenant = await tx.tenant.findUnique({ where: { id: invitation.tenant_id ?? "" }, select: { name: true } });
    return {
      email: invitation.email,
      role: invitation.role,
      into: tenant?.name ?? "the operators",
      known: Boolean(known?.password_hash),
    };
  });
}

export async function findOpenInvitation(tx: Tx, token: string, now: Date): Promise<Invitation> {
  const where = { token_hash: tokenHash(token), accepted_at: null, revoked_at: null, expires_at: { gt: now } };
  const found = await tx.invitation.findFirst({ where });
  if (!found) throw new AppError("session_expired");
  return found;
}
