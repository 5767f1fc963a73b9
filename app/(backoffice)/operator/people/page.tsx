import type { Metadata } from "next";
import { InviteOperator, OperatorInvitations } from "@/components/backoffice/operator-invitations";
import { OperatorTable } from "@/components/backoffice/operator-table";
import { ResetSecondFactor } from "@/components/backoffice/reset-second-factor";
import { Card, CardHeader } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { caller } from "@/server/api/trpc/caller";

export const metadata: Metadata = { title: "Operators" };

export default async function OperatorsPage() {
  const { operators, invitations, me } = await (await caller()).operatorPeople.list();
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Operators"
        description="Who runs this platform, and what each may do."
        actions={
          <>
            <ResetSecondFactor />
            <InviteOperator />
          </>
        }
      />
      <Card>
        <OperatorTable rows={operators} me={me} />
      </Card>
      {invitations.length > 0 && (
        <Card>
          <CardHeader title="Open invitations" />
          <OperatorInvitations rows={invitations} />
        </Card>
      )}
    </div>
  );
}
