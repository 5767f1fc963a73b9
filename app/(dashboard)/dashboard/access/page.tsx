import type { Metadata } from "next";
import { GrantTable } from "@/components/dashboard/access/grant-table";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { caller } from "@/server/api/trpc/caller";

export const metadata: Metadata = { title: "Operator access" };

export default async function AccessPage() {
  const rows = await (await caller()).access.list();
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Operator access"
        description="Who of your provider's staff may see this account's data, why, and until when. Every look is in the audit."
      />
      <Card>
        <GrantTable rows={rows} />
      </Card>
    </div>
  );
}
