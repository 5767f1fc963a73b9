import { objectHomes } from "@/server/services/media/object-home";
import type { Adapters } from "@/server/services/ports";

/** Younger objects may belong to a transaction that is still open. */
const AGE_MS = 24 * 3_600_000;
const BATCH = 500;

/** Removes a tenant's objects of which no row tells: left by transactions that were taken back. Answers how many. */
export async function sweepOrphans(
  { database, objects, clock }: Pick<Adapters, "database" | "objects" | "clock">,
  tenantId: string,
): Promise<number> {
  const before = clock.now().getTime() - AGE_MS;
  let removed = 0;
  let batch: string[] = [];
  const judge = async () => {
    const keys = batch;
    batch = [];
    const rows = await database.inTenant(tenantId, (tx) =>
      tx.media.findMany({ where: { storage_key: { in: keys } }, select: { storage_key: true } }),
    );
    const known = new Set(rows.map((row) => row.storage_key));
    for (const key of keys.filter((one) => !known.has(one))) {
      await objects.delete(key);
      removed++;
    }
  };
  for (const home of objectHomes(objects)) {
    for await (const { key, writtenAt } of objects.list(`${home}${tenantId}/`)) {
      if (writtenAt.getTime() < before) batch.push(key);
      if (batch.length === BATCH) await judge();
    }
  }
  await judge();
  return removed;
}
