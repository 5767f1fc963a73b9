"use client";

import { type InvitationRow, InvitationTable } from "@/components/dashboard/members/invitation-table";
import { trpc } from "@/components/dashboard/trpc-client";

export function MemberInvitations({ rows }: { rows: readonly InvitationRow[] }) {
  return (
    <InvitationTable
      rows={rows}
      resend={(id) => trpc.members.resend.mutate({ id })}
      revoke={(id) => trpc.members.revoke.mutate({ id })}
    />
  );
}
