import { AppError } from "@/server/contract/errors";
import type { Ctx, ObjectStore, Tx } from "@/server/services/ports";

/**
 * Under which name new objects of the tenant begin: `in-<region>/` where regions are configured and the tenant is bound
 * to one. AppError `unavailable` for a region that is not there: what belongs to one is never kept in another.
 */
export async function objectHome(ctx: Ctx, tx: Tx): Promise<string> {
  const regions = ctx.objects.regions ?? [];
  if (regions.length === 0) return "";
  const { region } = await tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenantId }, select: { region: true } });
  if (region === "local") return "";
  if (!regions.includes(region)) throw new AppError("unavailable", { service: "object_store", region });
  return `in-${region}/`;
}

/** Every beginning under which objects may be: a tenant may have been moved. */
export function objectHomes(objects: Pick<ObjectStore, "regions">): string[] {
  return ["", ...(objects.regions ?? []).map((region) => `in-${region}/`)];
}
