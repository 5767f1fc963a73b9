import { ScrollText } from "lucide-react";
import { dateTime } from "@/components/dashboard/format";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";

export interface AuditTableRow {
  readonly seq: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly target: string;
  readonly details: unknown;
  readonly hash: string;
}

/** `plan pro, status active`: what an entry says besides, as far as it says anything. */
function particulars(details: unknown): string {
  return Object.entries((details ?? {}) as Record<string, unknown>)
    .filter(([, value]) => value !== null && String(value) !== "")
    .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(" + ") : String(value)}`)
    .join(", ");
}

/** Entries of one chain, newest first; each names the hash that binds it to the one before. */
export function AuditTable({ rows }: { rows: readonly AuditTableRow[] }) {
  if (rows.length === 0) return <EmptyState icon={<ScrollText />} title="Nothing was recorded yet" />;
  const last = rows[rows.length - 1].seq;
  return (
    <>
      <Table label="Audit entries">
        <THead>
          <Th>What</Th>
          <Th>To what</Th>
          <Th>By</Th>
          <Th>When (UTC)</Th>
          <Th numeric>No.</Th>
          <Th>Hash</Th>
        </THead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.seq}>
              <Td className="py-2">
                <p className="font-medium">{row.action}</p>
                <p className="mono max-w-80 break-words text-muted text-xs">{particulars(row.details)}</p>
              </Td>
              <Td className="mono text-sm">{row.target}</Td>
              <Td className="mono text-muted text-sm">{row.actor}</Td>
              <Td className="whitespace-nowrap text-muted">{dateTime(row.at)}</Td>
              <Td numeric>{row.seq}</Td>
              <Td className="mono text-faint text-xs">{row.hash.slice(0, 12)}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <Pager
        labels={{ previous: "Newest", next: "Older" }}
        previousHref="?"
        nextHref={last > 1 ? `?before=${last}` : undefined}
      />
    </>
  );
}
