import { Code2 } from "lucide-react";
import type { Metadata } from "next";
import { dateTime, duration } from "@/components/dashboard/format";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";
import type { Tone } from "@/components/ui/tone";
import { caller } from "@/server/api/trpc/caller";

export const metadata: Metadata = { title: "Requests" };

function toneOf(status: number): Tone {
  if (status >= 500) return "negative";
  return status >= 400 ? "caution" : "positive";
}

export default async function RequestsPage({
  searchParams,
}: {
  searchParams: Promise<{ cursor?: string; failed?: string }>;
}) {
  const { cursor, failed } = await searchParams;
  const { rows, nextCursor } = await (await caller()).requests.list({ cursor, failed: failed === "1" });
  const keep = failed === "1" ? "failed=1&" : "";
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title="Requests"
        description="What your keys asked. Bodies are never logged."
        actions={
          <a className={buttonClass({ size: "sm" })} href={failed === "1" ? "?" : "?failed=1"}>
            {failed === "1" ? "Show all" : "Only refused"}
          </a>
        }
      />
      <Card>
        {rows.length === 0 ? (
          <EmptyState icon={<Code2 />} title="No request yet">
            Send one with a key of this environment; <code className="mono">npm run demo</code> does.
          </EmptyState>
        ) : (
          <>
            <Table label="API requests">
              <THead>
                <Th>Request</Th>
                <Th>Status</Th>
                <Th numeric>Time</Th>
                <Th>When (UTC)</Th>
                <Th>Trace</Th>
              </THead>
              <tbody>
                {rows.map((row) => (
                  <Tr key={row.id}>
                    <Td className="mono text-sm">
                      {row.method} {row.path}
                    </Td>
                    <Td>
                      <Badge tone={toneOf(row.status)}>
                        {row.status}
                        {row.errorCode && ` ${row.errorCode}`}
                      </Badge>
                    </Td>
                    <Td numeric>{duration(row.durationMs)}</Td>
                    <Td className="whitespace-nowrap text-muted">{dateTime(row.at)}</Td>
                    <Td className="mono text-faint text-xs">{row.traceId}</Td>
                  </Tr>
                ))}
              </tbody>
            </Table>
            <Pager nextHref={nextCursor ? `?${keep}cursor=${nextCursor}` : undefined} />
          </>
        )}
      </Card>
    </div>
  );
}
