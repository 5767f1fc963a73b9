import { words } from "@/components/dashboard/format";
import { Card, CardHeader } from "@/components/ui/card";
import { Table, Td, THead, Th, Tr } from "@/components/ui/table";
import type { DocumentFields, FieldEvidence } from "@/server/contract/fields";

const SOURCES = ["page", "zone", "barcode"] as const;

function cellOf(evidence: readonly FieldEvidence[], field: string, source: FieldEvidence["source"]): string {
  return evidence.find((one) => one.field === field && one.source === source)?.value ?? "";
}

/** What was read, field by field: the value kept, and what page, zone and barcode each said; differences are marked. */
export function FieldTable({
  fields,
  evidence,
}: {
  fields: DocumentFields | null;
  evidence: readonly FieldEvidence[];
}) {
  const names = [...new Set([...Object.keys(fields ?? {}), ...evidence.map((one) => one.field)])].filter(
    (name) => name !== "mrz",
  );
  return (
    <Card>
      <CardHeader title="Fields" description="The value kept, and what page, zone and barcode each say." />
      {names.length === 0 ? (
        <p className="px-5 py-6 text-muted">Nothing was read.</p>
      ) : (
        <Table label="Fields of the document" scroll>
          <THead>
            <Th>Field</Th>
            <Th>Value</Th>
            {SOURCES.map((source) => (
              <Th key={source}>{words(source)}</Th>
            ))}
          </THead>
          <tbody>
            {names.map((name) => (
              <FieldRow
                key={name}
                name={name}
                value={String(fields?.[name as keyof DocumentFields] ?? "")}
                evidence={evidence}
              />
            ))}
          </tbody>
        </Table>
      )}
      {fields?.mrz && (
        <pre className="mono overflow-x-auto border-line border-t px-5 py-4 text-sm">{fields.mrz.join("\n")}</pre>
      )}
    </Card>
  );
}

/** A zone has neither hyphens nor accents, so they make no difference. */
function comparable(value: string): string {
  return value
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toUpperCase();
}

function FieldRow({ name, value, evidence }: { name: string; value: string; evidence: readonly FieldEvidence[] }) {
  const cells = SOURCES.map((source) => cellOf(evidence, name, source));
  const differs = new Set(cells.filter(Boolean).map(comparable)).size > 1;
  return (
    <Tr>
      <Td className="whitespace-nowrap text-muted">{words(name)}</Td>
      <Td className={`mono text-sm ${value.includes(" ") ? "" : "whitespace-nowrap"}`}>{value || "–"}</Td>
      {cells.map((cell, index) => (
        <Td
          key={SOURCES[index]}
          className={`mono text-sm ${cell.includes(" ") ? "" : "whitespace-nowrap"} ${differs && cell ? "text-caution-text" : "text-muted"}`}
        >
          {cell || "–"}
          {differs && cell && <span className="block font-sans text-xs">differs</span>}
        </Td>
      ))}
    </Tr>
  );
}
