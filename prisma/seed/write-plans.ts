import { PLANS } from "@/prisma/seed/plans";
import type { Tx } from "@/server/services/ports";

/** Adds the plans that are missing; those there are the operator's to change. */
export async function writePlans(tx: Tx): Promise<void> {
  await tx.plan.createMany({
    data: PLANS.map(({ prices, quotas, ...plan }) => ({ ...plan, prices: { ...prices }, quotas: { ...quotas } })),
    skipDuplicates: true,
  });
}
