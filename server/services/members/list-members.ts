import type { Ctx } from "@/server/services/ports";

export interface MemberView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly secondFactor: boolean;
  readonly lastSignInAt: Date | null;
  readonly since: Date;
}

export interface InvitationView {
  readonly id: string;
  readonly email: string;
  readonly role: string;
  readonly expired: boolean;
  readonly expiresAt: Date;
  readonly sent: number;
}

/** The tenant's members, owners first, and its open invitations. */
export async function listMembers(
  ctx: Ctx,
): Promise<{ readonly members: readonly MemberView[]; readonly invitations: readonly InvitationView[] }> {
  const now = ctx.clock.now();
  const invitations = await ctx.database.inTenant(ctx.tenantId, (tx) =>
    tx.invitation.findMany({ where: { accepted_at: null, revoked_at: null }, orderBy: { created_at: "desc" } }),
  );
  // Whether somebody has a second factor stands beside the secret, which the tenant's own role cannot read.
  const rows = await ctx.database.asPlatform((tx) =>
    tx.member.findMany({
      where: { tenant_id: ctx.tenantId },
      include: { user: true },
      orderBy: [{ created_at: "asc" }, { user_id: "asc" }],
    }),
  );
  return {
    members: rows.map(({ user, role, created_at }) => ({
      id: user.id,
      name: user.name,
      email: user.email,
      role,
      secondFactor: user.totp_sealed !== null,
      lastSignInAt: user.last_sign_in_at,
      since: created_at,
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
}
