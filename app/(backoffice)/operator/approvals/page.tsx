import type { Metadata } from "next";
import { OperatorApprovals } from "@/components/backoffice/operator-approvals";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { caller } from "@/server/api/trpc/caller";

export const metadata: Metadata = { title: "Approvals" };

export default async function OperatorApprovalsPage() {
  const rows = await (await caller()).operatorApprovals.list();
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Approvals"
        description="What one operator asked for and another has to allow. A request lapses after three days."
      />
      <Card>
        <OperatorApprovals rows={rows} />
      </Card>
    </div>
  );
}
