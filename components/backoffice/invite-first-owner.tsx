"use client";

import { InviteDialog } from "@/components/dashboard/members/invite-dialog";
import { trpc } from "@/components/dashboard/trpc-client";

/** Again, for a tenant whose first owner has not come yet. */
export function InviteFirstOwner({ tenant }: { tenant: { id: string; name: string } }) {
  return (
    <InviteDialog
      title={`Invite the owner of ${tenant.name}`}
      roles={["owner"]}
      chosen="owner"
      invite={({ email }) => trpc.operator.inviteFirstOwner.mutate({ tenantId: tenant.id, email })}
    />
  );
}
