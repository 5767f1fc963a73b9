"use client";

import { type FormEvent, useState } from "react";
import { words } from "@/components/dashboard/format";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { WorkflowDefinition as Schema, type WorkflowDefinition } from "@/server/domain/workflow/definition";

const THRESHOLDS = {
  accept: "Accepted from this score on.",
  review: "A person looks from this score on; below it is rejected.",
  similarity: "Least similarity of two faces, 0 to 1.",
  liveness: "Least confidence that the person is live, 0 to 1.",
} as const;

function definitionOf(form: FormData, before: WorkflowDefinition): unknown {
  const numbers = (group: string, keys: readonly string[]) =>
    Object.fromEntries(keys.map((key) => [key, Number(form.get(`${group}.${key}`))]));
  return {
    ...before,
    weights: numbers("weights", Object.keys(before.weights)),
    thresholds: numbers("thresholds", Object.keys(before.thresholds)),
    mandatory_fields: String(form.get("mandatory_fields"))
      .split(/[\s,]+/)
      .filter(Boolean),
  };
}

/** Weights, thresholds and mandatory fields; saving makes a new version, and what has begun keeps the old. */
export function WorkflowForm({
  id,
  version,
  definition,
}: {
  id: string;
  version: number;
  definition: WorkflowDefinition;
}) {
  const [problem, setProblem] = useState<string>();
  const { run, busy, error } = useAction(trpc.workflow.save.mutate);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const parsed = Schema.safeParse(definitionOf(new FormData(event.currentTarget), definition));
    setProblem(parsed.success ? undefined : parsed.error.issues[0].message);
    if (parsed.success) await run({ id, basedOn: version, definition: parsed.data });
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-6">
      {(problem ?? error) && <Alert tone="negative" title={problem ?? error} live />}
      <Card>
        <CardHeader
          title="Weights"
          description="Points that each factor can give. What is not asked for is shared out among the rest."
        />
        <CardBody className="grid gap-4 sm:grid-cols-4">
          {Object.entries(definition.weights).map(([factor, weight]) => (
            <Field key={factor} label={words(factor)}>
              <Input
                name={`weights.${factor}`}
                type="number"
                min={0}
                max={100}
                step="any"
                defaultValue={weight}
                required
              />
            </Field>
          ))}
        </CardBody>
      </Card>
      <Card>
        <CardHeader title="Thresholds" />
        <CardBody className="grid gap-4 sm:grid-cols-2">
          {Object.entries(THRESHOLDS).map(([name, hint]) => (
            <Field key={name} label={words(name)} hint={hint}>
              <Input
                name={`thresholds.${name}`}
                type="number"
                min={0}
                max={100}
                step="any"
                defaultValue={definition.thresholds[name as keyof typeof THRESHOLDS]}
                required
              />
            </Field>
          ))}
        </CardBody>
      </Card>
      <Card>
        <CardHeader title="Mandatory fields" description="Where one of them was not read, a person looks." />
        <CardBody>
          <Field label="Fields" hint="With commas between them.">
            <Textarea
              name="mandatory_fields"
              rows={2}
              className="mono"
              defaultValue={definition.mandatory_fields.join(", ")}
            />
          </Field>
        </CardBody>
      </Card>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" busy={busy}>
          Save as version {version + 1}
        </Button>
      </div>
    </form>
  );
}
