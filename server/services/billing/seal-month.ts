import { billingMonth } from "@/server/domain/billing/billing-month";
import type { DueMonth } from "@/server/services/billing/list-due-months";
import type { Adapters } from "@/server/services/ports";

/**
 * The first step of a month's close: from its commit on the database takes no usage event into the month any more
 * (those being written now are waited for). Sealed again it changes nothing.
 */
export async function sealMonth(
  { database, clock }: Pick<Adapters, "database" | "clock">,
  { tenantId, month }: DueMonth,
): Promise<void> {
  const { end } = billingMonth(month);
  const now = clock.now();
  if (now < end) throw new Error(`${month} is not over.`);
  await database.asPlatform(async (tx) => {
    // Calls of the tenant wait behind this lock: rather try again than let them wait for a slow transaction.
    await tx.$executeRaw`SELECT set_config('lock_timeout', '5s', true)`;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`usage:${tenantId}`}, 0))`;
    const row = { tenant_id: tenantId, month, ends_at: end, sealed_at: now };
    await tx.billingMonth.createMany({ data: [row], skipDuplicates: true });
  });
}
