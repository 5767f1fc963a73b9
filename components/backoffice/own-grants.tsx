"use client";

import { GRANT_STATUS } from "@/components/dashboard/access/grant-status";
import type { GrantRow } from "@/components/dashboard/access/grant-table";
import { dateTime } from "@/components/dashboard/format";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";

/** What the operator asked this tenant for, and what became of it. */
export function OwnGrants({ rows }: { rows: readonly GrantRow[] }) {
  const { run, busy, error } = useAction((id: string) => trpc.operatorAccess.end.mutate({ id }));
  return (
    <>
      {error && (
        <div className="p-4">
          <Alert tone="negative" title={error} live />
        </div>
      )}
      <Table label="Your requests">
        <THead>
          <Th>Reason</Th>
          <Th>Status</Th>
          <Th>Asked (UTC)</Th>
          <Th>Ends (UTC)</Th>
          <Th />
        </THead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.id}>
              <Td className="min-w-64 max-w-md break-words py-3">{row.reason}</Td>
              <Td>
                <Badge tone={GRANT_STATUS[row.status].tone}>{GRANT_STATUS[row.status].words}</Badge>
              </Td>
              <Td className="whitespace-nowrap text-muted">{dateTime(row.requestedAt)}</Td>
              <Td className="whitespace-nowrap text-muted">
                {row.expiresAt ? dateTime(row.expiresAt) : `after ${row.hours} h`}
              </Td>
              <Td>
                {(row.status === "requested" || row.status === "granted") && (
                  <div className="flex justify-end">
                    <Button size="sm" busy={busy} onClick={() => run(row.id)}>
                      {row.status === "requested" ? "Take back" : "End now"}
                    </Button>
                  </div>
                )}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
