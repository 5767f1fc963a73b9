"use client";

import { type ApprovalRow, ApprovalTable } from "@/components/dashboard/approvals/approval-table";
import { trpc } from "@/components/dashboard/trpc-client";

export function TenantApprovals({ rows }: { rows: readonly ApprovalRow[] }) {
  return (
    <ApprovalTable
      rows={rows}
      decide={trpc.approvals.decide.mutate}
      withdraw={trpc.approvals.withdraw.mutate}
      hrefOf={(subject) => (subject.startsWith("job_") ? `/dashboard/verifications/${subject}` : undefined)}
    />
  );
}
