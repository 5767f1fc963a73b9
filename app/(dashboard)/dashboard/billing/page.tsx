import type { Metadata } from "next";
import { amount } from "@/components/dashboard/billing/amount";
import { InvoiceLines } from "@/components/dashboard/billing/invoice-lines";
import { InvoiceTable } from "@/components/dashboard/billing/invoice-table";
import { PriceTable } from "@/components/dashboard/billing/price-table";
import { QuotaBars } from "@/components/dashboard/quota-bars";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Stat } from "@/components/ui/stat";
import { caller } from "@/server/api/trpc/caller";
import { decimalText, minorDigits } from "@/server/domain/billing/currency";

export const metadata: Metadata = { title: "Billing" };

export default async function BillingPage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const { cursor } = await searchParams;
  const api = await caller();
  const [billing, invoices] = await Promise.all([api.billing.overview(), api.billing.invoices({ cursor })]);
  const { plan, currency, estimate } = billing;
  const fee = decimalText(BigInt(plan.prices.monthly_fee), minorDigits(currency));
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Billing"
        description={`Calls with live keys in ${billing.month} (UTC). Test keys cost nothing.`}
      />
      <Card>
        <CardBody className="grid gap-6 sm:grid-cols-3">
          <Stat
            label="Plan"
            value={plan.name}
            note={plan.slaPercent === "0" ? undefined : `Availability ${plan.slaPercent} %`}
          />
          <Stat label="Fee a month" value={amount(fee, currency)} />
          <Stat
            label="This month so far"
            value={amount(estimate.total, currency)}
            note="The fee of the whole month included"
          />
        </CardBody>
      </Card>
      <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <Card>
          <CardHeader title="Quotas" description="Calls with live keys this month." />
          <CardBody>
            <QuotaBars modules={billing.quotas} />
          </CardBody>
        </Card>
        <Card>
          <CardHeader
            title="Estimate"
            description="What this month costs if nothing more is called. No tax is added."
          />
          <InvoiceLines label="Estimate" lines={estimate.lines} total={estimate.total} currency={currency} />
        </Card>
      </div>
      <Card>
        <CardHeader title="Invoices" description="Newest first." />
        <InvoiceTable rows={invoices.rows} at="/dashboard/billing" />
        {(cursor || invoices.nextCursor) && (
          <Pager
            previousHref={cursor ? "?" : undefined}
            nextHref={invoices.nextCursor ? `?cursor=${invoices.nextCursor}` : undefined}
          />
        )}
      </Card>
      <Card>
        <CardHeader
          title={`Prices of ${plan.name}`}
          description="A discount holds for the calls beyond its number, not for those before."
        />
        <PriceTable label="Prices" prices={plan.prices} currency={currency} />
      </Card>
      {plan.nextPrices && (
        <Card>
          <CardHeader
            title="Prices from next month on"
            description={`Fee a month: ${amount(decimalText(BigInt(plan.nextPrices.monthly_fee), minorDigits(currency)), currency)}`}
          />
          <PriceTable label="Prices from next month on" prices={plan.nextPrices} currency={currency} />
        </Card>
      )}
    </div>
  );
}
