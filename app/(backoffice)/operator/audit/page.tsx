import type { Metadata } from "next";
import { AuditTable } from "@/components/dashboard/audit-table";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { caller } from "@/server/api/trpc/caller";

export const metadata: Metadata = { title: "Audit" };

export default async function AuditPage({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const before = Number((await searchParams).before) || undefined;
  const rows = await (await caller()).operator.audit({ before });
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title="Audit" description="Every change an operator made, append-only and chained by hashes." />
      <Card>
        <AuditTable rows={rows} />
      </Card>
    </div>
  );
}
