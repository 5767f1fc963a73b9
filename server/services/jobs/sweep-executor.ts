import type { Adapters } from "@/server/services/ports";

const KEEP_DAYS = 7;

/**
 * Forgets runs and events of the embedded executor that ended a week ago. They carry ids only. Returns how many runs.
 */
export async function sweepExecutor({ database, clock }: Pick<Adapters, "database" | "clock">): Promise<number> {
  const before = new Date(clock.now().getTime() - KEEP_DAYS * 86_400_000);
  return database.asPlatform(async (tx) => {
    const runs = await tx.executorRun.deleteMany({
      where: { status: { not: "pending" }, finished_at: { lt: before } },
    });
    await tx.executorEvent.deleteMany({ where: { matched_at: { lt: before } } });
    return runs.count;
  });
}
