import { dateTime, words } from "@/components/dashboard/format";
import { KeyActions } from "@/components/dashboard/keys/key-actions";
import { Badge } from "@/components/ui/badge";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";
import type { Tone } from "@/components/ui/tone";

export interface KeyTableRow {
  readonly id: string;
  readonly label: string;
  readonly scopes: readonly string[];
  readonly ipAllow: readonly string[];
  readonly status: "active" | "expired" | "revoked";
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
}

const TONE: Record<KeyTableRow["status"], Tone> = { active: "positive", expired: "caution", revoked: "negative" };

export function KeyTable({ rows, all }: { rows: readonly KeyTableRow[]; all: number }) {
  return (
    <Table label="API keys">
      <THead>
        <Th>Key</Th>
        <Th>Status</Th>
        <Th>Scopes</Th>
        <Th>From</Th>
        <Th>Last used (UTC)</Th>
        <Th>Ends (UTC)</Th>
        <Th />
      </THead>
      <tbody>
        {rows.map((key) => (
          <Tr key={key.id}>
            <Td>
              <p className="font-medium">{key.label}</p>
              <p className="mono text-muted text-xs">{key.id}</p>
            </Td>
            <Td>
              <Badge tone={TONE[key.status]}>{words(key.status)}</Badge>
            </Td>
            <Td className="max-w-56 text-muted text-sm">{key.scopes.length === all ? "all" : key.scopes.join(", ")}</Td>
            <Td className="mono max-w-40 break-words text-muted text-xs">
              {key.ipAllow.length === 0 ? "anywhere" : key.ipAllow.join(", ")}
            </Td>
            <Td className="whitespace-nowrap text-muted">{key.lastUsedAt ? dateTime(key.lastUsedAt) : "never"}</Td>
            <Td className="whitespace-nowrap text-muted">{key.expiresAt ? dateTime(key.expiresAt) : "–"}</Td>
            <Td>{key.status === "active" && <KeyActions id={key.id} label={key.label} />}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
