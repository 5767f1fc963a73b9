"use client";

import { InviteDialog } from "@/components/dashboard/members/invite-dialog";
import { rolesToGive } from "@/components/dashboard/members/role-dialog";
import { trpc } from "@/components/dashboard/trpc-client";
import type { Role } from "@/server/domain/people/permissions";

export function InviteMember({ byOwner }: { byOwner: boolean }) {
  return (
    <InviteDialog
      title="Invite a member"
      roles={rolesToGive(byOwner)}
      chosen="viewer"
      invite={({ email, role }) => trpc.members.invite.mutate({ email, role: role as Role })}
    />
  );
}
