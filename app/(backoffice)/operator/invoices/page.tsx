import type { Metadata } from "next";
import { MeterTable } from "@/components/backoffice/billing/meter-table";
import { InvoiceTable } from "@/components/dashboard/billing/invoice-table";
import { Card, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { caller } from "@/server/api/trpc/caller";

export const metadata: Metadata = { title: "Invoices" };

export default async function InvoicesPage({
  searchParams,
}: {
  searchParams: Promise<{ cursor?: string; tenant?: string }>;
}) {
  const { cursor, tenant } = await searchParams;
  const api = await caller();
  const [invoices, meters] = await Promise.all([
    api.operatorBilling.invoices({ cursor, tenantId: tenant }),
    api.operatorBilling.meters(),
  ]);
  const of = tenant ? `tenant=${tenant}&` : "";
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title="Invoices" description="Months are closed in the first hour of the next one (UTC)." />
      <Card>
        <CardHeader
          title={tenant ? `Invoices of ${invoices.rows[0]?.tenant.name ?? tenant}` : "All tenants"}
          actions={
            tenant && (
              <a className="text-accent-text text-sm hover:underline" href="/operator/invoices">
                Show all
              </a>
            )
          }
        />
        <InvoiceTable rows={invoices.rows} at="/operator/invoices" tenants />
        {(cursor || invoices.nextCursor) && (
          <Pager
            previousHref={cursor ? `?${of}` : undefined}
            nextHref={invoices.nextCursor ? `?${of}cursor=${invoices.nextCursor}` : undefined}
          />
        )}
      </Card>
      {meters.on && (
        <Card>
          <CardHeader
            title="Usage told to Stripe"
            description="Billed calls, gathered by the hour, as meter events. Tenants without a customer are left out."
          />
          <MeterTable rows={meters.tenants} />
        </Card>
      )}
    </div>
  );
}
