import { KeyRound } from "lucide-react";
import type { Metadata } from "next";
import { KeyTable } from "@/components/dashboard/keys/key-table";
import { NewKey } from "@/components/dashboard/keys/new-key";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { caller } from "@/server/api/trpc/caller";
import { requestContext } from "@/server/api/trpc/request-context";
import { Scope } from "@/server/contract/enums";

export const metadata: Metadata = { title: "API keys" };

export default async function KeysPage() {
  const [{ environment }, keys] = await Promise.all([requestContext(), caller().then((api) => api.keys.list())]);
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="API keys"
        description={`Keys of the ${environment} environment. Revoking acts at once, everywhere.`}
        actions={<NewKey environment={environment} />}
      />
      <Card>
        {keys.length === 0 ? (
          <EmptyState icon={<KeyRound />} title="No key yet">
            Make one to sign your first request.
          </EmptyState>
        ) : (
          <KeyTable rows={keys} all={Scope.options.length} />
        )}
      </Card>
    </div>
  );
}
