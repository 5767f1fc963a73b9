import { monthOf, monthsBetween, nextMonth } from "@/server/domain/billing/billing-month";
import type { Adapters } from "@/server/services/ports";

/** A month is closed when it has been over for so long: clocks of several servers may differ a little. */
const GRACE_MS = 10 * 60_000;

export interface DueMonth {
  readonly tenantId: string;
  readonly month: string;
}

/** Months that are over and not closed whole, of every tenant, the oldest first: after a pause all that were missed. */
export async function listDueMonths({ database, clock }: Pick<Adapters, "database" | "clock">): Promise<DueMonth[]> {
  const open = monthOf(new Date(clock.now().getTime() - GRACE_MS));
  const tenants = await database.asPlatform(
    (tx) => tx.$queryRaw<{ id: string; created_at: Date; closed: string | null }[]>`
      SELECT t.id, t.created_at, max(m.month) FILTER (WHERE m.counted_at IS NOT NULL AND (m.invoice_id IS NULL OR i.status = 'issued')) AS closed
      FROM tenant t LEFT JOIN billing_month m ON m.tenant_id = t.id LEFT JOIN invoice i ON i.id = m.invoice_id
      GROUP BY t.id, t.created_at ORDER BY t.created_at, t.id`,
  );
  const due = tenants.flatMap(({ id: tenantId, created_at: since, closed }) => {
    const first = closed === null ? monthOf(since) : nextMonth(closed);
    return monthsBetween(first, open)
      .filter((month) => month < open)
      .map((month) => ({ tenantId, month }));
  });
  return due.sort((a, b) => a.month.localeCompare(b.month));
}
