import { count } from "@/components/dashboard/format";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";
import type { InvoiceLineView } from "@/server/contract/invoices";
import { groupDigits } from "@/server/domain/billing/currency";

type Line = Pick<
  InvoiceLineView,
  "kind" | "description" | "first_call" | "quantity" | "unit_price" | "discount_percent" | "amount"
> &
  Partial<Pick<InvoiceLineView, "plan" | "from" | "to">>;

function period({ kind, plan, from, to }: Line): string {
  if (!from || !to) return "";
  const last = new Date(Date.parse(to) - 1).toISOString();
  return [kind === "fee" ? null : plan, `${from.slice(0, 10)} to ${last.slice(0, 10)}`].filter(Boolean).join(", ");
}

/** The lines of an invoice or of an estimate, with their sum. */
export function InvoiceLines({
  label,
  lines,
  total,
  currency,
}: {
  label: string;
  lines: readonly Line[];
  total: string;
  currency: string;
}) {
  return (
    <Table label={label}>
      <THead>
        <Th>What</Th>
        <Th numeric>Calls</Th>
        <Th numeric>Price</Th>
        <Th numeric>Discount</Th>
        <Th numeric>Amount</Th>
      </THead>
      <tbody>
        {lines.map((line, index) => (
          <Tr key={index}>
            <Td className="py-2">
              <p className="min-w-40">{line.description}</p>
              <p className="text-muted text-xs">
                {[period(line), line.first_call && line.first_call > 1 && `from call ${count(line.first_call)}`]
                  .filter(Boolean)
                  .join(", ")}
              </p>
            </Td>
            <Td numeric>{line.quantity === null ? "" : count(line.quantity)}</Td>
            <Td numeric>{line.unit_price ?? ""}</Td>
            <Td numeric>
              {line.discount_percent && line.discount_percent !== "0" ? `${line.discount_percent} %` : ""}
            </Td>
            <Td numeric>{groupDigits(line.amount)}</Td>
          </Tr>
        ))}
        <Tr>
          <Td className="font-medium">Total ({currency})</Td>
          <Td />
          <Td />
          <Td />
          <Td numeric className="font-medium">
            {groupDigits(total)}
          </Td>
        </Tr>
      </tbody>
    </Table>
  );
}
