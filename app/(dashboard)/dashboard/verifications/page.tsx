import { ListChecks } from "lucide-react";
import type { Metadata } from "next";
import { count } from "@/components/dashboard/format";
import { VerificationFilterBar } from "@/components/dashboard/verification-filters";
import { VerificationTable } from "@/components/dashboard/verification-table";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { caller } from "@/server/api/trpc/caller";
import { VerificationFilters } from "@/server/services/verifications/search-verifications";

export const metadata: Metadata = { title: "Verifications" };

type Query = Record<string, string | string[] | undefined>;

function givenOnly(query: Query): Record<string, string> {
  const pairs = Object.entries(query).filter(
    (pair): pair is [string, string] => typeof pair[1] === "string" && pair[1] !== "",
  );
  return Object.fromEntries(pairs.map(([key, value]) => [key, key === "country" ? value.toUpperCase() : value]));
}

export default async function VerificationsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const values = givenOnly(await searchParams);
  const filters = VerificationFilters.safeParse(values);
  const api = await caller();
  const page = filters.success ? await api.verifications.search(filters.data) : undefined;
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Verifications"
        description="Newest first. Names are masked until you open one and ask to see it."
      />
      <VerificationFilterBar values={values} />
      {!page && <Alert tone="caution" title="One of the filters is not understood. Change it or remove it." />}
      {page && (
        <Card>
          {page.rows.length === 0 ? (
            <EmptyState icon={<ListChecks />} title="No verification matches">
              {Object.keys(values).length > 0
                ? "Remove a filter to see more."
                : "The first one appears here as soon as it is sent."}
            </EmptyState>
          ) : (
            <>
              <VerificationTable rows={page.rows} />
              <Pager
                summary={`${count(page.total)} in all`}
                previousHref={values.cursor ? `?${new URLSearchParams({ ...values, cursor: "" })}` : undefined}
                nextHref={
                  page.nextCursor ? `?${new URLSearchParams({ ...values, cursor: page.nextCursor })}` : undefined
                }
              />
            </>
          )}
        </Card>
      )}
    </div>
  );
}
