import type { InvoiceView } from "@/server/contract/invoices";

const HEAD = [
  "number",
  "kind",
  "month",
  "issued_at",
  "corrects",
  "position",
  "what",
  "module",
  "part",
  "plan",
  "from",
  "to",
  "first_call",
  "calls",
  "discount_percent",
  "unit_price",
  "amount",
  "currency",
] as const;

/** An invoice as CSV after RFC 4180, a line of the invoice each; amounts as decimal text, times in UTC. */
export function invoiceCsv(invoice: InvoiceView): string {
  const rows = invoice.lines.map((line, index) => [
    invoice.number,
    invoice.kind,
    invoice.month,
    invoice.issued_at,
    invoice.corrects,
    index + 1,
    line.description,
    line.module,
    line.part,
    line.plan,
    line.from,
    line.to,
    line.first_call,
    line.quantity,
    line.discount_percent,
    line.unit_price,
    line.amount,
    invoice.currency,
  ]);
  return [HEAD, ...rows].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

/** A name that a spreadsheet would take for a formula is kept as text; numbers below zero stay numbers. */
function cell(value: string | number | null): string {
  const plain = String(value ?? "");
  const text = /^[=+@\t\r]|^-(?!\d)/.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
