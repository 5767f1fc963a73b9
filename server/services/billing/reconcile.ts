import { type Difference, expectMonth } from "@/server/services/billing/expect-month";
import type { Adapters, Tx } from "@/server/services/ports";

export interface Reconciliation {
  readonly invoices: number;
  readonly months: number;
  readonly events: number;
  readonly differences: readonly Difference[];
}

/**
 * Computes every closed month anew, call by call from the usage events, without the code that priced it, and compares:
 * each module's amount, the fee, the lines' sum and the total. Checks that numbers have no gap, that no invoice gives
 * back more than it asked for and that no call of a test key is billed.
 */
export async function reconcile({ database }: Pick<Adapters, "database">): Promise<Reconciliation> {
  const months = await database.asPlatform((tx) =>
    tx.billingMonth.findMany({
      where: { counted_at: { not: null } },
      orderBy: [{ month: "asc" }, { tenant_id: "asc" }],
    }),
  );
  const differences: Difference[] = [];
  let events = 0;
  let invoices = 0;
  for (const { tenant_id: tenantId, month, invoice_id: invoiceId } of months) {
    const found = await expectMonth(database, { tenantId, month, invoiceId });
    differences.push(...found.differences);
    events += found.events;
    if (invoiceId !== null) invoices++;
  }
  const rest = await database.asPlatform(async (tx) => [
    ...(await numbersWithGaps(tx)),
    ...(await wrongSums(tx)),
    ...(await excessiveCredits(tx)),
    ...(await strayInvoices(tx)),
    ...(await billedTestCalls(tx)),
  ]);
  return { invoices, months: months.length, events, differences: [...differences, ...rest] };
}

const about = (what: string, expected: unknown, found: unknown, on: Partial<Difference> = {}): Difference => ({
  tenantId: on.tenantId ?? "–",
  month: on.month ?? "–",
  number: on.number ?? null,
  what,
  expected: String(expected),
  found: String(found),
});

/** Each series counts from one to its last number, without a gap and without a number twice. */
async function numbersWithGaps(tx: Tx): Promise<Difference[]> {
  const rows = await tx.$queryRaw<{ series: string; last: number; count: number; highest: number }[]>`
    SELECT s.series, s.last, count(i.id)::int AS count, coalesce(max(split_part(i.number, '-', 3)::int), 0) AS highest
    FROM invoice_series s LEFT JOIN invoice i ON starts_with(i.number, s.series || '-') GROUP BY s.series, s.last`;
  return rows
    .filter(({ last, count, highest }) => count !== last || highest !== last)
    .map(({ series, last, count }) => about(`numbers of ${series}`, `1 to ${last}`, `${count} invoices`));
}

async function wrongSums(tx: Tx): Promise<Difference[]> {
  const rows = await tx.$queryRaw<
    { tenant_id: string; month: string; number: string | null; total: bigint; sum: bigint }[]
  >`
    SELECT i.tenant_id, i.month, i.number, i.total, coalesce(sum(l.amount), 0)::bigint AS sum
    FROM invoice i LEFT JOIN invoice_line l ON l.invoice_id = i.id
    GROUP BY i.id HAVING i.total <> coalesce(sum(l.amount), 0)`;
  return rows.map((row) => about("sum of the lines", row.sum, row.total, { ...row, tenantId: row.tenant_id }));
}

async function excessiveCredits(tx: Tx): Promise<Difference[]> {
  const rows = await tx.$queryRaw<{ tenant_id: string; month: string; number: string; total: bigint; given: bigint }[]>`
    SELECT i.tenant_id, i.month, i.number, i.total, -sum(c.total)::bigint AS given
    FROM invoice i JOIN invoice c ON c.corrects_id = i.id GROUP BY i.id HAVING i.total + sum(c.total) < 0`;
  return rows.map((row) => about("given back", `at most ${row.total}`, row.given, { ...row, tenantId: row.tenant_id }));
}

/** An invoice that no closed month knows of. */
async function strayInvoices(tx: Tx): Promise<Difference[]> {
  const rows = await tx.$queryRaw<{ id: string; tenant_id: string; month: string; number: string | null }[]>`
    SELECT i.id, i.tenant_id, i.month, i.number FROM invoice i
    WHERE i.kind = 'invoice' AND NOT EXISTS (SELECT 1 FROM billing_month m WHERE m.invoice_id = i.id)`;
  return rows.map((row) =>
    about("invoice without a closed month", "none", row.id, { ...row, tenantId: row.tenant_id }),
  );
}

async function billedTestCalls(tx: Tx): Promise<Difference[]> {
  const [{ count }] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM usage_event WHERE billed AND environment <> 'live'`;
  return count === 0 ? [] : [about("billed calls of test keys", 0, count)];
}
