import { AppError } from "@/server/contract/errors";
import { joinByInvitation } from "@/server/services/members/join-by-invitation";
import type { Adapters } from "@/server/services/ports";

/** What an OpenID provider says of a person (OpenID Connect Core §5.1, RFC 8176 for `amr`). */
export interface ProviderClaims {
  readonly email?: unknown;
  readonly email_verified?: unknown;
  readonly name?: unknown;
  readonly amr?: unknown;
}

export interface Admitted {
  readonly id: string;
  /** The provider vouches for more than one factor. */
  readonly strong: boolean;
}

/**
 * The person whom an OpenID provider vouches for: known here, or invited, and with an e-mail that the provider has
 * verified. Nobody else is let in, and nobody is made a member by signing in. AppError `unauthenticated`.
 */
export async function admitByProvider(
  ctx: Pick<Adapters, "database" | "clock" | "ids">,
  claims: ProviderClaims,
): Promise<Admitted> {
  const email = typeof claims.email === "string" ? claims.email.trim().toLowerCase() : "";
  if (email === "" || claims.email_verified !== true) throw new AppError("unauthenticated", { reason: "email" });
  const strong = Array.isArray(claims.amr) && claims.amr.includes("mfa");
  return ctx.database.asPlatform(async (tx) => {
    const open = { email, accepted_at: null, revoked_at: null, expires_at: { gt: ctx.clock.now() } };
    const invitations = await tx.invitation.findMany({ where: open, orderBy: { tenant_id: "asc" } });
    const known = await tx.user.findUnique({ where: { email }, select: { id: true } });
    if (!known && invitations.length === 0) throw new AppError("unauthenticated", { reason: "unknown" });
    const name = typeof claims.name === "string" && claims.name.trim() !== "" ? claims.name.trim() : email;
    const id = known?.id ?? ctx.ids.make("usr");
    const made = { id, email, name: name.slice(0, 100), password_hash: "", created_at: ctx.clock.now() };
    if (!known) await tx.user.create({ data: made });
    for (const invitation of invitations) await joinByInvitation(ctx, tx, invitation, id);
    return { id, strong };
  });
}
