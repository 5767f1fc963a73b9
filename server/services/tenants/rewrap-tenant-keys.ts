import { appendOperatorAudit } from "@/server/services/audit/append-audit";
import { resealSecondFactors } from "@/server/services/people/reseal-second-factors";
import type { Adapters } from "@/server/services/ports";

/**
 * Wraps every tenant's data key, and seals every person's second factor, with the present master key; afterwards the
 * earlier ones can be taken out of the configuration. Each tenant is a transaction of its own, so that it can be
 * stopped and run again. Answers how many.
 */
export async function rewrapTenantKeys(
  ctx: Pick<Adapters, "database" | "keys" | "clock" | "ids"> & { readonly actor: string },
): Promise<number> {
  const { database, keys } = ctx;
  const tenants = await database.asPlatform((tx) => tx.tenant.findMany({ select: { id: true } }));
  for (const { id } of tenants) {
    await database.asPlatform(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM tenant WHERE id = ${id} FOR UPDATE`;
      const { data_key_sealed } = await tx.tenant.findUniqueOrThrow({ where: { id } });
      const key = await keys.openDataKey(data_key_sealed, "master");
      const data = { data_key_sealed: await keys.wrapDataKey(key, "master") };
      await tx.tenant.update({ where: { id }, data });
    });
  }
  await resealSecondFactors(ctx);
  const event = { action: "master_key.rotated", target: "master", details: { tenants: tenants.length } };
  await database.asPlatform((tx) => appendOperatorAudit(ctx, tx, event));
  return tenants.length;
}
