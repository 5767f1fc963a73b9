import type { Metadata } from "next";
import { EraseDialog } from "@/components/dashboard/approvals/erase-dialog";
import { ExportDialog } from "@/components/dashboard/approvals/export-dialog";
import { TenantApprovals } from "@/components/dashboard/approvals/tenant-approvals";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { caller } from "@/server/api/trpc/caller";
import { memberRole } from "@/server/api/trpc/member-role";
import { may } from "@/server/domain/people/permissions";

export const metadata: Metadata = { title: "Approvals" };

export default async function ApprovalsPage() {
  const rows = await (await caller()).approvals.list();
  const role = await memberRole();
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Approvals"
        description="What one member asked for and another has to allow. A request lapses after three days."
        actions={
          <>
            {may(role, "verifications:reveal") && <ExportDialog />}
            {may(role, "verifications:erase") && <EraseDialog />}
          </>
        }
      />
      <Card>
        <TenantApprovals rows={rows} />
      </Card>
    </div>
  );
}
