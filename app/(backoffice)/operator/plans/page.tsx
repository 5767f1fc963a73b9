import type { Metadata } from "next";
import { count, words } from "@/components/dashboard/format";
import { money } from "@/components/dashboard/money";
import { Card, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";
import { caller } from "@/server/api/trpc/caller";
import { BilledModule } from "@/server/contract/enums";

export const metadata: Metadata = { title: "Plans and prices" };

export default async function PlansPage() {
  const plans = await (await caller()).operator.plans();
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title="Plans and prices" description="Price of one call, and calls a month." />
      {plans.map((plan) => (
        <Card key={plan.id}>
          <CardHeader
            title={plan.name}
            description={`${count(plan.rateMinute)} requests a minute and ${count(plan.rateDay)} a day per key · availability ${plan.slaPercent}`}
          />
          <Table label={`Prices and quotas of ${plan.name}`}>
            <THead>
              <Th>Module</Th>
              <Th numeric>Price of a call</Th>
              <Th numeric>Calls a month</Th>
            </THead>
            <tbody>
              {BilledModule.options.map((module) => (
                <Tr key={module}>
                  <Td>{words(module)}</Td>
                  <Td numeric>{money(plan.prices[module] ?? 0, plan.currency)}</Td>
                  <Td numeric>{plan.quotas[module] === undefined ? "no limit" : count(plan.quotas[module])}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </Card>
      ))}
    </div>
  );
}
