import { ListChecks } from "lucide-react";
import type { Metadata } from "next";
import { VerificationTable } from "@/components/dashboard/verification-table";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { caller } from "@/server/api/trpc/caller";

export const metadata: Metadata = { title: "Verifications of a tenant" };

type Query = Promise<{ cursor?: string; environment?: string }>;

export default async function LookPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Query;
}) {
  const { id: tenantId } = await params;
  const { cursor, environment: asked } = await searchParams;
  const environment = asked === "live" ? "live" : "test";
  const { rows, nextCursor } = await (await caller()).operatorAccess.verifications({ tenantId, environment, cursor });
  const base = `/operator/tenants/${tenantId}`;
  const other = environment === "live" ? "test" : "live";
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        eyebrow={<a href={base}>Tenant</a>}
        title="Verifications"
        description={`Of the ${environment} environment, with names masked.`}
        actions={
          <a className={buttonClass({ size: "sm" })} href={`?environment=${other}`}>
            Show {other} data
          </a>
        }
      />
      <Alert tone="caution" title="The tenant sees in its audit that you looked." />
      <Card>
        {rows.length === 0 ? (
          <EmptyState icon={<ListChecks />} title="No verification yet" />
        ) : (
          <>
            <VerificationTable rows={rows} base={`${base}/verifications`} />
            <Pager nextHref={nextCursor ? `?environment=${environment}&cursor=${nextCursor}` : undefined} />
          </>
        )}
      </Card>
    </div>
  );
}
