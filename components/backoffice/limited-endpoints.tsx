import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { LimitsForm } from "@/server/domain/limits/limits-form";

type Row = LimitsForm["endpoints"][number];

/** Endpoints with a limit of their own: which one, and how often a key may ask it in a minute. */
export function LimitedEndpoints({
  rows,
  endpoints,
  problems,
  onChange,
}: {
  rows: readonly Row[];
  endpoints: readonly { id: string; title: string }[];
  problems: Readonly<Record<string, string>>;
  onChange: (rows: Row[]) => void;
}) {
  const replace = (index: number, part: Partial<Row>) =>
    onChange(rows.map((row, i) => (i === index ? { ...row, ...part } : row)));
  const free = endpoints.filter(({ id }) => !rows.some((row) => row.id === id));
  return (
    <fieldset className="flex flex-col gap-2 border-line border-t pt-4">
      <legend className="float-left font-medium text-sm">Single endpoints, one key, a minute</legend>
      {rows.map(({ id, limit }, index) => (
        <div key={index} className="clear-both grid grid-cols-[1fr_6rem_auto] items-start gap-x-2 gap-y-1">
          <NativeSelect
            aria-label={`Endpoint ${index + 1}`}
            className="min-w-0"
            value={id}
            onChange={(event) => replace(index, { id: event.target.value })}
          >
            {endpoints
              .filter((endpoint) => endpoint.id === id || free.includes(endpoint))
              .map((endpoint) => (
                <option key={endpoint.id} value={endpoint.id}>
                  {endpoint.title}
                </option>
              ))}
          </NativeSelect>
          <Input
            aria-label={`Requests a minute of endpoint ${index + 1}`}
            aria-invalid={problems[`endpoints.${id}`] ? true : undefined}
            inputMode="numeric"
            value={limit}
            onChange={(event) => replace(index, { limit: event.target.value })}
          />
          <IconButton
            label={`Remove endpoint ${index + 1}`}
            icon={<Trash2 className="size-4" />}
            onClick={() => onChange(rows.toSpliced(index, 1))}
          />
          {problems[`endpoints.${id}`] && (
            <p role="alert" className="col-span-full text-negative-text text-xs">
              {problems[`endpoints.${id}`]}
            </p>
          )}
        </div>
      ))}
      {free.length > 0 && (
        <div className="clear-both">
          <Button
            size="sm"
            icon={<Plus className="size-3.5" />}
            onClick={() => onChange([...rows, { id: free[0].id, limit: "" }])}
          >
            Add an endpoint
          </Button>
        </div>
      )}
    </fieldset>
  );
}
