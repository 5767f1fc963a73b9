import { AppError } from "@/server/contract/errors";
import { makeJobCtx } from "@/server/services/jobs/make-job-ctx";
import { type Invited, inviteMember } from "@/server/services/members/invite-member";
import type { Adapters } from "@/server/services/ports";

/**
 * Invites the owner with whom a tenant begins. AppError `not_found` for a tenant that is not there, `conflict` as soon
 * as somebody is in it: from then on its owners invite, and nobody else can let themselves in.
 */
export async function inviteFirstOwner(
  ctx: Adapters & { readonly actor: string },
  { tenantId, email, baseUrl }: { readonly tenantId: string; readonly email: string; readonly baseUrl: string },
): Promise<Invited> {
  const tenant = await ctx.database.asPlatform((tx) =>
    tx.tenant.findUnique({ where: { id: tenantId }, select: { _count: { select: { members: true } } } }),
  );
  if (!tenant) throw new AppError("not_found", { tenant: tenantId });
  if (tenant._count.members > 0) throw new AppError("conflict", { reason: "has_members" });
  const within = { ...makeJobCtx(ctx, { tenantId, environment: "live", traceId: tenantId }), actor: ctx.actor };
  return inviteMember(within, { email, role: "owner", by: { role: "owner" }, baseUrl });
}
