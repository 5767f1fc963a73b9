import { ReceiptText } from "lucide-react";
import { amount } from "@/components/dashboard/billing/amount";
import { dateTime } from "@/components/dashboard/format";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";

interface Row {
  readonly id: string;
  readonly kind: "invoice" | "credit_note";
  readonly number: string;
  readonly month: string;
  readonly currency: string;
  readonly total: string;
  readonly issuedAt: Date;
  readonly tenant: { readonly id: string; readonly name: string };
}

/** Issued invoices and credit notes; `at` is the address of the list, under which each has its own page. */
export function InvoiceTable({ rows, at, tenants }: { rows: readonly Row[]; at: string; tenants?: boolean }) {
  if (rows.length === 0) {
    return (
      <EmptyState icon={<ReceiptText />} title="No invoice yet">
        A month is closed in the first hour of the next (UTC). A month that cost nothing makes no invoice.
      </EmptyState>
    );
  }
  return (
    <Table label="Invoices">
      <THead>
        <Th>Number</Th>
        {tenants && <Th>Tenant</Th>}
        <Th>Kind</Th>
        <Th>Month</Th>
        <Th>Issued (UTC)</Th>
        <Th numeric>Total</Th>
        <Th />
      </THead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td>
              <a className="mono whitespace-nowrap font-medium hover:underline" href={`${at}/${row.id}`}>
                {row.number}
              </a>
            </Td>
            {tenants && (
              <Td>
                <a className="hover:underline" href={`${at}?tenant=${row.tenant.id}`}>
                  {row.tenant.name}
                </a>
              </Td>
            )}
            <Td>
              <Badge tone={row.kind === "invoice" ? "neutral" : "accent"}>
                {row.kind === "invoice" ? "Invoice" : "Credit note"}
              </Badge>
            </Td>
            <Td className="mono whitespace-nowrap text-sm">{row.month}</Td>
            <Td className="whitespace-nowrap text-muted">{dateTime(row.issuedAt)}</Td>
            <Td numeric>{amount(row.total, row.currency)}</Td>
            <Td className="whitespace-nowrap text-end text-sm">
              <a
                className="text-accent-text hover:underline"
                href={`${at}/${row.id}/pdf`}
                aria-label={`PDF of ${row.number}`}
              >
                PDF
              </a>{" "}
              <a
                className="ms-2 text-accent-text hover:underline"
                href={`${at}/${row.id}/csv`}
                aria-label={`CSV of ${row.number}`}
              >
                CSV
              </a>
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
