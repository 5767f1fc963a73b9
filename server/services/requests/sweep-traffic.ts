import type { Adapters } from "@/server/services/ports";

/**
 * Forgets what can no longer matter: signatures past their window, idempotent answers past their day, counters past
 * their window. Run it hourly.
 */
export async function sweepTraffic(
  adapters: Pick<Adapters, "database" | "clock">,
): Promise<{ signatures: number; answers: number }> {
  const past = { expires_at: { lt: adapters.clock.now() } };
  return adapters.database.asPlatform(async (tx) => {
    const signatures = await tx.signatureSeen.deleteMany({ where: past });
    await tx.rateLimit.deleteMany({ where: { expire: { lt: adapters.clock.now().getTime() } } });
    const answers = await tx.idempotencyRecord.deleteMany({ where: past });
    return { signatures: signatures.count, answers: answers.count };
  });
}
