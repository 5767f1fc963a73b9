import { dateTime, words } from "@/components/dashboard/format";
import { StatusBadge } from "@/components/dashboard/status-badge";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";

export interface VerificationTableRow {
  readonly id: string;
  readonly status: string;
  readonly decision: string | null;
  readonly score: number | null;
  readonly documentType: string | null;
  readonly country: string | null;
  readonly reference: string | null;
  readonly title: string | null;
  readonly createdAt: Date;
}

/** Verifications, one to a line, each leading to its own page. Names are masked. */
export function VerificationTable({
  rows,
  base = "/dashboard/verifications",
}: {
  rows: readonly VerificationTableRow[];
  base?: string;
}) {
  return (
    <Table label="Verifications">
      <THead>
        <Th>Person</Th>
        <Th>Decision</Th>
        <Th numeric>Score</Th>
        <Th>Document</Th>
        <Th>Reference</Th>
        <Th>Created (UTC)</Th>
      </THead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td>
              <a href={`${base}/${row.id}`} className="font-medium hover:underline">
                {row.title ?? <span className="mono text-sm">{row.id}</span>}
              </a>
            </Td>
            <Td>
              <StatusBadge status={row.status} decision={row.decision} />
            </Td>
            <Td numeric>{row.score === null ? "–" : row.score.toFixed(1)}</Td>
            <Td>
              {row.documentType ? words(row.documentType) : "–"}
              {row.country && <span className="mono ms-1.5 text-muted text-sm">{row.country}</span>}
            </Td>
            <Td className="mono max-w-48 truncate text-sm">{row.reference ?? "–"}</Td>
            <Td className="whitespace-nowrap text-muted">{dateTime(row.createdAt)}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
