"use client";

import { type InvitationRow, InvitationTable } from "@/components/dashboard/members/invitation-table";
import { InviteDialog } from "@/components/dashboard/members/invite-dialog";
import { trpc } from "@/components/dashboard/trpc-client";
import { OPERATOR_ROLES, type OperatorRole } from "@/server/domain/people/permissions";

export function InviteOperator() {
  return (
    <InviteDialog
      title="Invite an operator"
      roles={OPERATOR_ROLES}
      chosen="support"
      invite={({ email, role }) => trpc.operatorPeople.invite.mutate({ email, role: role as OperatorRole })}
    />
  );
}

export function OperatorInvitations({ rows }: { rows: readonly InvitationRow[] }) {
  return <InvitationTable rows={rows} revoke={(id) => trpc.operatorPeople.revokeInvitation.mutate({ id })} />;
}
