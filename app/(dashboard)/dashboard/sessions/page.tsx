import { ScanFace } from "lucide-react";
import type { Metadata } from "next";
import { dateTime } from "@/components/dashboard/format";
import { StatusBadge } from "@/components/dashboard/status-badge";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";
import { caller } from "@/server/api/trpc/caller";
import { env } from "@/server/env";

export const metadata: Metadata = { title: "Sessions" };

export default async function SessionsPage({ searchParams }: { searchParams: Promise<{ cursor?: string }> }) {
  const { cursor } = await searchParams;
  const { rows, nextCursor } = await (await caller()).sessions.list({ cursor });
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Sessions"
        description="One person at one link each."
        actions={
          env().DEMO && (
            <a className={buttonClass({ size: "sm" })} href="/demo">
              Try the capture page
            </a>
          )
        }
      />
      <Card>
        {rows.length === 0 ? (
          <EmptyState icon={<ScanFace />} title="No session yet">
            Make one with <code className="mono">POST /v1/sessions</code> and send its link to a person.
          </EmptyState>
        ) : (
          <>
            <Table label="Hosted sessions">
              <THead>
                <Th>Session</Th>
                <Th>Status</Th>
                <Th>Reference</Th>
                <Th>Created (UTC)</Th>
                <Th>Link ends (UTC)</Th>
              </THead>
              <tbody>
                {rows.map((row) => (
                  <Tr key={row.id}>
                    <Td className="mono text-sm">
                      {row.jobId ? (
                        <a href={`/dashboard/verifications/${row.jobId}`} className="font-medium hover:underline">
                          {row.id}
                        </a>
                      ) : (
                        row.id
                      )}
                    </Td>
                    <Td>
                      <StatusBadge status={row.status} />
                    </Td>
                    <Td className="mono text-sm">{row.reference ?? "–"}</Td>
                    <Td className="whitespace-nowrap text-muted">{dateTime(row.createdAt)}</Td>
                    <Td className="whitespace-nowrap text-muted">{dateTime(row.expiresAt)}</Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
            <Pager nextHref={nextCursor ? `?cursor=${nextCursor}` : undefined} />
          </>
        )}
      </Card>
    </div>
  );
}
