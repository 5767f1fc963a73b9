import type { InvitationView, MemberView } from "@/server/services/members/list-members";
import type { Adapters } from "@/server/services/ports";

/** Everybody with an operator's role, and the open invitations among them. */
export async function listOperators({ database, clock }: Pick<Adapters, "database" | "clock">): Promise<{
  readonly operators: readonly MemberView[];
  readonly invitations: readonly InvitationView[];
}> {
  const now = clock.now();
  return database.asPlatform(async (tx) => {
    const users = await tx.user.findMany({ where: { operator_role: { not: null } }, orderBy: { created_at: "asc" } });
    const open = { tenant_id: null, accepted_at: null, revoked_at: null };
    const invitations = await tx.invitation.findMany({ where: open, orderBy: { created_at: "desc" } });
    return {
      operators: users.map((user) => ({
        id: user.id,
        name: user.name,
        email: user.email,
        role: user.operator_role!,
        secondFactor: user.totp_sealed !== null,
        lastSignInAt: user.last_sign_in_at,
        since: user.created_at,
      })),
      invitations: invitations.map(({ id, email, role, expires_at, sent }) => ({
        id,
        email,
        role,
        expired: expires_at <= now,
        expiresAt: expires_at,
        sent,
      })),
    };
  });
}
