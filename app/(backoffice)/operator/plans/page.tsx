import type { Metadata } from "next";
import { PlanDialog } from "@/components/backoffice/billing/plan-dialog";
import { amount } from "@/components/dashboard/billing/amount";
import { PriceTable } from "@/components/dashboard/billing/price-table";
import { count } from "@/components/dashboard/format";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { caller } from "@/server/api/trpc/caller";
import { decimalText, minorDigits } from "@/server/domain/billing/currency";

export const metadata: Metadata = { title: "Plans and prices" };

export default async function PlansPage() {
  const plans = await (await caller()).operator.plans();
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Plans and prices"
        description="The fee, the price of one call, discounts by volume, and calls a month."
      />
      {plans.map((plan) => {
        const fee = (minor: number) => amount(decimalText(BigInt(minor), minorDigits(plan.currency)), plan.currency);
        const limits = `${count(plan.rateMinute)} requests a minute and ${count(plan.rateDay)} a day per key`;
        const sla = plan.slaPercent === "0" ? "" : ` · availability ${plan.slaPercent} %`;
        return (
          <Card key={plan.id}>
            <CardHeader
              title={plan.name}
              description={`${fee(plan.prices.monthly_fee)} a month · ${limits}${sla}`}
              actions={<PlanDialog plan={plan} />}
            />
            <PriceTable
              label={`Prices of ${plan.name}`}
              prices={plan.prices}
              currency={plan.currency}
              quotas={plan.quotas}
            />
            {plan.nextPrices && (
              <>
                <CardBody className="border-line border-t">
                  <h3 className="font-medium text-base">From next month on</h3>
                  <p className="mt-0.5 text-muted text-sm">{fee(plan.nextPrices.monthly_fee)} a month</p>
                </CardBody>
                <PriceTable label={`Next prices of ${plan.name}`} prices={plan.nextPrices} currency={plan.currency} />
              </>
            )}
          </Card>
        );
      })}
    </div>
  );
}
