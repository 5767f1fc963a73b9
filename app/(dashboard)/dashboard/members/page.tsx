import type { Metadata } from "next";
import { InviteMember } from "@/components/dashboard/members/invite-member";
import { MemberInvitations } from "@/components/dashboard/members/member-invitations";
import { MemberTable } from "@/components/dashboard/members/member-table";
import { Card, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { caller } from "@/server/api/trpc/caller";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage() {
  const { members, invitations, me } = await (await caller()).members.list();
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Members"
        description="Who may sign in to this account, and what each may do."
        actions={<InviteMember byOwner={me.role === "owner"} />}
      />
      <Card>
        <MemberTable rows={members} me={me} />
      </Card>
      {invitations.length > 0 && (
        <Card>
          <CardHeader title="Open invitations" />
          <MemberInvitations rows={invitations} />
        </Card>
      )}
    </div>
  );
}
