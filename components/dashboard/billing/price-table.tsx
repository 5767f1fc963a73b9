import { count, words } from "@/components/dashboard/format";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";
import { BilledModule } from "@/server/contract/enums";
import { decimalText, minorDigits } from "@/server/domain/billing/currency";
import type { PricedModule, PriceList, Tier } from "@/server/domain/billing/price-list";

const shownTiers = (tiers: readonly Tier[] = []) =>
  tiers.map(({ above, discount_bp: bp }) => `over ${count(above)}: −${decimalText(BigInt(bp), 2, 0)} %`).join(" · ");

/** What a call of each module costs, its discounts by the month's volume and, where given, the quotas. */
export function PriceTable({
  label,
  prices,
  currency,
  quotas,
}: {
  label: string;
  prices: PriceList;
  currency: string;
  quotas?: Readonly<Record<string, number>>;
}) {
  return (
    <Table label={label}>
      <THead>
        <Th>Module</Th>
        <Th numeric>Price of a call ({currency})</Th>
        <Th>Discount by calls a month</Th>
        {quotas && <Th numeric>Calls a month</Th>}
      </THead>
      <tbody>
        {BilledModule.options.map((module) => (
          <Tr key={module}>
            <Td className="whitespace-nowrap">{words(module)}</Td>
            <Td numeric className="whitespace-nowrap">
              {module === "workflow"
                ? "sum of its modules"
                : decimalText(BigInt(prices.prices[module as PricedModule] ?? 0), 6, minorDigits(currency))}
            </Td>
            <Td className="min-w-48 text-muted text-sm">{shownTiers(prices.tiers[module]) || "–"}</Td>
            {quotas && <Td numeric>{quotas[module] === undefined ? "no limit" : count(quotas[module])}</Td>}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
