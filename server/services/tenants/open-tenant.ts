import { z } from "zod";
import { AppError } from "@/server/contract/errors";
import { STRICTEST } from "@/server/domain/people/access-policy";
import type { Invited } from "@/server/services/members/invite-member";
import type { Adapters } from "@/server/services/ports";
import { writeTenant } from "@/server/services/tenants/create-tenant";
import { inviteFirstOwner } from "@/server/services/tenants/invite-first-owner";

export const OpeningTenant = z.object({
  name: z.string().trim().min(1).max(100),
  country: z.string().regex(/^[A-Z]{3}$/, "A country is written as ISO 3166 has it in three letters: FRA."),
  ownerEmail: z.email().max(320),
  planId: z.string().max(80),
  /** One of `S3_REGIONS`, to which the pictures are bound; `local` is the store that all others share. */
  region: z.string().max(80).default("local"),
});
export type OpeningTenant = z.infer<typeof OpeningTenant>;

/**
 * Makes a tenant and invites its first owner, who invites the others; all of them need a second factor unless the
 * tenant says otherwise. AppError `not_found` for a plan or a region that is not there.
 */
export async function openTenant(
  ctx: Adapters & { readonly actor: string },
  { ownerEmail, ...tenant }: OpeningTenant,
  baseUrl: string,
): Promise<{ readonly tenantId: string; readonly invitation: Invited }> {
  if (tenant.region !== "local" && !ctx.objects.regions?.includes(tenant.region))
    throw new AppError("not_found", { region: tenant.region });
  const tenantId = await ctx.database.asPlatform(async (tx) => {
    const plan = await tx.plan.findUnique({ where: { id: tenant.planId }, select: { id: true } });
    if (!plan) throw new AppError("not_found", { plan: tenant.planId });
    return writeTenant(ctx, tx, { ...tenant, supportEmail: ownerEmail, access: STRICTEST });
  });
  return { tenantId, invitation: await inviteFirstOwner(ctx, { tenantId, email: ownerEmail, baseUrl }) };
}
