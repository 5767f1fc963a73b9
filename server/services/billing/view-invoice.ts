import type { Invoice, InvoiceLine } from "@/prisma/generated/client";
import type { InvoiceLineView, InvoiceView } from "@/server/contract/invoices";
import { decimalText, minorDigits } from "@/server/domain/billing/currency";
import { describeLine } from "@/server/domain/billing/describe-line";

export type InvoiceRow = Invoice & { readonly kind: InvoiceView["kind"] };

/**
 * An invoice's row and lines as everybody sees them. `corrects` is the number of the invoice that a credit note
 * corrects.
 */
export function viewInvoice(row: Invoice & { readonly lines: InvoiceLine[] }, corrects: string | null): InvoiceView {
  const digits = minorDigits(row.currency);
  return {
    invoice_id: row.id,
    kind: row.kind as InvoiceView["kind"],
    number: row.number,
    corrects,
    month: row.month,
    issued_at: row.issued_at?.toISOString() ?? null,
    issued_by: row.issued_by,
    issued_to: row.issued_to as InvoiceView["issued_to"],
    reason: row.reason,
    currency: row.currency,
    lines: [...row.lines].sort((a, b) => a.position - b.position).map((line) => viewLine(line, digits)),
    total: decimalText(row.total, digits),
  };
}

function viewLine(line: InvoiceLine, digits: number): InvoiceLineView {
  const kind = line.kind as InvoiceLineView["kind"];
  const { module, part, plan_name: plan, first_call, quantity, discount_bp: discount } = line;
  return {
    kind,
    description: describeLine({ kind, module, part, plan }),
    module,
    part,
    plan,
    from: line.from_at?.toISOString() ?? null,
    to: line.to_at?.toISOString() ?? null,
    first_call,
    quantity,
    discount_percent: discount === null ? null : decimalText(BigInt(discount), 2, 0),
    unit_price: line.unit_micros === null ? null : decimalText(line.unit_micros, 6, digits),
    amount: decimalText(line.amount, digits),
  };
}
