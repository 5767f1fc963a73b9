"use client";

import { type ApprovalRow, ApprovalTable } from "@/components/dashboard/approvals/approval-table";
import { trpc } from "@/components/dashboard/trpc-client";

export function OperatorApprovals({ rows }: { rows: readonly ApprovalRow[] }) {
  return (
    <ApprovalTable
      rows={rows}
      decide={trpc.operatorApprovals.decide.mutate}
      withdraw={trpc.operatorApprovals.withdraw.mutate}
      hrefOf={(subject) => (subject.startsWith("ten_") ? `/operator/tenants/${subject}` : undefined)}
    />
  );
}
