"use client";

import { Check, UserRoundCheck, X } from "lucide-react";
import { dateTime } from "@/components/dashboard/format";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";
import type { Tone } from "@/components/ui/tone";

export interface ApprovalRow {
  readonly id: string;
  readonly title: string;
  readonly subject: string;
  readonly reason: string | null;
  readonly status: "pending" | "approved" | "denied" | "withdrawn" | "expired";
  readonly requestedBy: string;
  readonly own: boolean;
  readonly mayDecide: boolean;
  readonly requestedAt: Date;
  readonly expiresAt: Date;
  readonly decidedBy: string | null;
}

const STATUS: Record<ApprovalRow["status"], { tone: Tone; words: string }> = {
  pending: { tone: "caution", words: "Waiting" },
  approved: { tone: "positive", words: "Allowed" },
  denied: { tone: "negative", words: "Refused" },
  withdrawn: { tone: "neutral", words: "Taken back" },
  expired: { tone: "neutral", words: "Lapsed" },
};

/** What waits for a second person, and what was decided. */
export function ApprovalTable({
  rows,
  decide,
  withdraw,
  hrefOf,
}: {
  rows: readonly ApprovalRow[];
  decide: (input: { id: string; allow: boolean }) => Promise<unknown>;
  withdraw: (input: { id: string }) => Promise<unknown>;
  hrefOf?: (subject: string) => string | undefined;
}) {
  const word = useAction(decide);
  const back = useAction(withdraw);
  const busy = word.busy || back.busy;
  const problem = word.error ?? back.error;
  if (rows.length === 0) {
    return (
      <EmptyState icon={<UserRoundCheck />} title="Nothing waits">
        What takes four eyes appears here until a second person decides.
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
      <Table label="Requests">
        <THead>
          <Th>What</Th>
          <Th>Status</Th>
          <Th>Asked by</Th>
          <Th>Lapses (UTC)</Th>
          <Th />
        </THead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.id}>
              <Td className="min-w-64 max-w-md py-3">
                <p className="font-medium">{row.title}</p>
                <Subject subject={row.subject} href={hrefOf?.(row.subject)} />
                {row.reason && <p className="mt-1 whitespace-pre-wrap break-words text-sm">{row.reason}</p>}
              </Td>
              <Td>
                <Badge tone={STATUS[row.status].tone}>{STATUS[row.status].words}</Badge>
                {row.decidedBy && <p className="mt-1 text-muted text-xs">by {row.decidedBy}</p>}
              </Td>
              <Td>
                {row.requestedBy}
                <p className="whitespace-nowrap text-muted text-xs">{dateTime(row.requestedAt)}</p>
              </Td>
              <Td className="whitespace-nowrap text-muted">
                {row.status === "pending" ? dateTime(row.expiresAt) : "–"}
              </Td>
              <Td>
                {row.status === "pending" && (
                  <Actions row={row} busy={busy} onDecide={word.run} onWithdraw={back.run} />
                )}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

function Subject({ subject, href }: { subject: string; href?: string }) {
  const text = <span className="mono text-muted text-xs">{subject}</span>;
  return href ? (
    <a href={href} className="hover:underline">
      {text}
    </a>
  ) : (
    text
  );
}

function Actions({
  row,
  busy,
  onDecide,
  onWithdraw,
}: {
  row: ApprovalRow;
  busy: boolean;
  onDecide: (input: { id: string; allow: boolean }) => void;
  onWithdraw: (input: { id: string }) => void;
}) {
  const { id } = row;
  if (row.own) {
    return (
      <div className="flex justify-end">
        <Button size="sm" busy={busy} onClick={() => onWithdraw({ id })}>
          Take back
        </Button>
      </div>
    );
  }
  if (!row.mayDecide) return null;
  return (
    <div className="flex justify-end gap-2">
      <Button
        size="sm"
        variant="primary"
        icon={<Check className="size-3.5" />}
        busy={busy}
        onClick={() => onDecide({ id, allow: true })}
      >
        Allow
      </Button>
      <Button
        size="sm"
        variant="danger"
        icon={<X className="size-3.5" />}
        busy={busy}
        onClick={() => onDecide({ id, allow: false })}
      >
        Refuse
      </Button>
    </div>
  );
}
