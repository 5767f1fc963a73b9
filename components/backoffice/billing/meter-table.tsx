import { CustomerDialog } from "@/components/backoffice/billing/customer-dialog";
import { count } from "@/components/dashboard/format";
import { Badge } from "@/components/ui/badge";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";

interface Row {
  readonly tenantId: string;
  readonly name: string;
  readonly customerId: string | null;
  readonly sent: number;
  readonly pending: number;
  readonly refused: number;
  readonly lastError: string | null;
}

/** How far each tenant's usage was told to Stripe. */
export function MeterTable({ rows }: { rows: readonly Row[] }) {
  return (
    <Table label="Usage told to Stripe">
      <THead>
        <Th>Tenant</Th>
        <Th>Customer</Th>
        <Th numeric>Told</Th>
        <Th numeric>Waiting</Th>
        <Th numeric>Refused</Th>
        <Th />
      </THead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.tenantId}>
            <Td>{row.name}</Td>
            <Td className="mono text-sm">{row.customerId ?? "–"}</Td>
            <Td numeric>{count(row.sent)}</Td>
            <Td numeric>{count(row.pending)}</Td>
            <Td numeric>
              {count(row.refused)}
              {row.lastError && (
                <span className="ms-2">
                  <Badge tone="negative">{row.lastError}</Badge>
                </span>
              )}
            </Td>
            <Td className="text-end">
              <CustomerDialog tenantId={row.tenantId} name={row.name} customerId={row.customerId} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
