import { decimalText, minorDigits } from "@/server/domain/billing/currency";
import type { Adapters, Ctx, Tx } from "@/server/services/ports";

export interface InvoiceSummary {
  readonly id: string;
  readonly kind: "invoice" | "credit_note";
  readonly number: string;
  readonly month: string;
  readonly currency: string;
  /** Decimal text in the currency. */
  readonly total: string;
  /** Of an invoice: what credit notes have left of it, in minor units. */
  readonly leftMinor: string;
  readonly issuedAt: Date;
  readonly tenant: { readonly id: string; readonly name: string };
}

export interface InvoicePage {
  readonly rows: readonly InvoiceSummary[];
  /** Asks for the page after this one. */
  readonly nextCursor: string | undefined;
}

const PAGE = 50;

/** The tenant's issued invoices and credit notes, newest first. */
export function listInvoices(ctx: Ctx, { cursor }: { readonly cursor?: string }): Promise<InvoicePage> {
  return ctx.database.inTenant(ctx.tenantId, (tx) => readPage(tx, { cursor }));
}

/** The same of every tenant, or of one, for the operator. */
export function listAllInvoices(
  { database }: Pick<Adapters, "database">,
  input: { readonly cursor?: string; readonly tenantId?: string; readonly month?: string },
): Promise<InvoicePage> {
  return database.asPlatform((tx) => readPage(tx, input));
}

async function readPage(
  tx: Tx,
  { cursor, tenantId, month }: { readonly cursor?: string; readonly tenantId?: string; readonly month?: string },
): Promise<InvoicePage> {
  const rows = await tx.invoice.findMany({
    where: { status: "issued", tenant_id: tenantId, month },
    orderBy: [{ issued_at: "desc" }, { id: "desc" }],
    ...(cursor !== undefined && { cursor: { id: cursor }, skip: 1 }),
    take: PAGE + 1,
  });
  const page = rows.slice(0, PAGE);
  const given = await tx.invoice.groupBy({
    by: ["corrects_id"],
    where: { corrects_id: { in: page.map(({ id }) => id) } },
    _sum: { total: true },
  });
  const givenOf = new Map(given.map((row) => [row.corrects_id, row._sum.total ?? 0n]));
  return {
    rows: page.map((row) => ({
      id: row.id,
      kind: row.kind as InvoiceSummary["kind"],
      number: String(row.number),
      month: row.month,
      currency: row.currency,
      total: decimalText(row.total, minorDigits(row.currency)),
      leftMinor: (row.kind === "invoice" ? row.total + (givenOf.get(row.id) ?? 0n) : 0n).toString(),
      issuedAt: row.issued_at as Date,
      tenant: { id: row.tenant_id, name: (row.issued_to as { name: string }).name },
    })),
    nextCursor: rows.length > PAGE ? page.at(-1)?.id : undefined,
  };
}
