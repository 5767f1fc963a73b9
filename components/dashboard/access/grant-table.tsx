"use client";

import { Eye } from "lucide-react";
import { GRANT_STATUS, type GrantStatus } from "@/components/dashboard/access/grant-status";
import { dateTime } from "@/components/dashboard/format";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";

export interface GrantRow {
  readonly id: string;
  readonly operator: string;
  readonly reason: string;
  readonly hours: number;
  readonly status: GrantStatus;
  readonly requestedAt: Date;
  readonly expiresAt: Date | null;
}

/** Requests of the provider's staff to see this account's data, and the account's word on each. */
export function GrantTable({ rows }: { rows: readonly GrantRow[] }) {
  const word = useAction(trpc.access.decide.mutate);
  const end = useAction((id: string) => trpc.access.end.mutate({ id }));
  const busy = word.busy || end.busy;
  const problem = word.error ?? end.error;
  if (rows.length === 0) {
    return (
      <EmptyState icon={<Eye />} title="Nobody asked">
        Your provider's staff sees figures only. Should somebody need to look at your data, they ask here first.
      </EmptyState>
    );
  }
  return (
    <>
      {problem && (
        <div className="p-4">
          <Alert tone="negative" title={problem} live />
        </div>
      )}
      <Table label="Requests of the operator">
        <THead>
          <Th>Who and why</Th>
          <Th>Status</Th>
          <Th>For</Th>
          <Th>Ends (UTC)</Th>
          <Th />
        </THead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.id}>
              <Td className="min-w-64 max-w-md py-3">
                <p className="font-medium">{row.operator}</p>
                <p className="text-muted text-xs">{dateTime(row.requestedAt)}</p>
                <p className="mt-1 break-words text-sm">{row.reason}</p>
              </Td>
              <Td>
                <Badge tone={GRANT_STATUS[row.status].tone}>{GRANT_STATUS[row.status].words}</Badge>
              </Td>
              <Td className="whitespace-nowrap">{row.hours} h</Td>
              <Td className="whitespace-nowrap text-muted">{row.expiresAt ? dateTime(row.expiresAt) : "–"}</Td>
              <Td>
                <div className="flex justify-end gap-2">
                  {row.status === "requested" && (
                    <>
                      <Button
                        size="sm"
                        variant="primary"
                        busy={busy}
                        onClick={() => word.run({ id: row.id, allow: true })}
                      >
                        Allow
                      </Button>
                      <Button
                        size="sm"
                        variant="danger"
                        busy={busy}
                        onClick={() => word.run({ id: row.id, allow: false })}
                      >
                        Refuse
                      </Button>
                    </>
                  )}
                  {row.status === "granted" && (
                    <Button size="sm" variant="danger" busy={busy} onClick={() => end.run(row.id)}>
                      End now
                    </Button>
                  )}
                </div>
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
