import { AppError } from "@/server/contract/errors";
import { auditGrant } from "@/server/services/grants/audit-grant";
import type { Adapters } from "@/server/services/ports";

/**
 * Ends a grant, or takes a request back, before its time: the tenant at any moment, the operator their own. From the
 * commit on nothing can be looked at. AppError `not_found`.
 */
export async function endGrant(
  ctx: Pick<Adapters, "database" | "clock" | "ids"> & { readonly actor: string },
  input: { id: string } & ({ tenantId: string } | { userId: string }),
): Promise<void> {
  await ctx.database.asPlatform(async (tx) => {
    const whose = "tenantId" in input ? { tenant_id: input.tenantId } : { user_id: input.userId };
    const where = { id: input.id, ...whose, status: { in: ["requested", "granted"] } };
    const found = await tx.operatorGrant.findFirst({ where });
    if (!found) throw new AppError("not_found", { grant_id: input.id });
    await tx.operatorGrant.update({ where: { id: found.id }, data: { status: "ended" } });
    const details = { operator: found.user_id };
    await auditGrant(ctx, tx, found.tenant_id, { action: "grant.ended", target: found.id, details });
  });
}
