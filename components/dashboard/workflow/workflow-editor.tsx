"use client";

import { useState } from "react";
import { trpc } from "@/components/dashboard/trpc-client";
import { useAction } from "@/components/dashboard/use-action";
import { ConditionList } from "@/components/dashboard/workflow/condition-list";
import { FacesCard } from "@/components/dashboard/workflow/faces-card";
import { NumberFields } from "@/components/dashboard/workflow/number-fields";
import { ProblemList } from "@/components/dashboard/workflow/problem-list";
import { PublishDialog } from "@/components/dashboard/workflow/publish-dialog";
import { SimulationResult } from "@/components/dashboard/workflow/simulation-result";
import { StepList } from "@/components/dashboard/workflow/step-list";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { WorkflowDefinition } from "@/server/domain/workflow/definition";

const THRESHOLDS = {
  accept: "Accepted from this score on.",
  review: "A person looks from this score on; below it is rejected.",
  liveness: "Least confidence that the person is live, 0 to 1.",
} as const;

export interface EditedWorkflow {
  readonly id: string;
  readonly version: number;
  readonly definition: WorkflowDefinition;
  readonly draft: { readonly definition: WorkflowDefinition; readonly stale: boolean } | null;
}

/** A workflow being changed: kept as a draft, tried on past verifications, and only then published. */
export function WorkflowEditor({ workflow, subjects }: { workflow: EditedWorkflow; subjects: readonly string[] }) {
  const { id, version, draft } = workflow;
  const [definition, setDefinition] = useState(draft?.definition ?? workflow.definition);
  const [simulation, setSimulation] = useState<Awaited<ReturnType<typeof trpc.workflow.simulate.mutate>>>();
  const save = useAction(trpc.workflow.saveDraft.mutate);
  const discard = useAction(trpc.workflow.discardDraft.mutate);
  const simulate = useAction(trpc.workflow.simulate.mutate);
  const change = (part: Partial<WorkflowDefinition>) => {
    setSimulation(undefined);
    setDefinition({ ...definition, ...part });
  };
  const changed = JSON.stringify(definition) !== JSON.stringify(draft?.definition ?? workflow.definition);
  return (
    <div className="flex flex-col gap-6">
      {draft?.stale && (
        <Alert tone="caution" title="Another version was published since this draft was begun. Discard it to go on." />
      )}
      <StepList steps={definition.steps} onChange={(steps) => change({ steps })} />
      <NumberFields
        title="Weights"
        description="Points that each factor can give. What is not asked for is shared out among the rest."
        values={definition.weights}
        onChange={(weights) => change({ weights })}
      />
      <NumberFields
        title="Thresholds"
        values={plainThresholds(definition)}
        hints={THRESHOLDS}
        onChange={(thresholds) => change({ thresholds: { ...definition.thresholds, ...thresholds } })}
      />
      <FacesCard definition={definition} onChange={change} />
      <MandatoryFields
        fields={definition.mandatory_fields}
        onChange={(mandatory_fields) => change({ mandatory_fields })}
      />
      <ConditionList
        conditions={definition.conditions}
        subjects={subjects}
        onChange={(conditions) => change({ conditions })}
      />
      <ProblemList actions={[save, discard, simulate]} />
      <div className="flex flex-wrap justify-end gap-2">
        {draft && (
          <Button
            busy={discard.busy}
            onClick={() => discard.run({ id }).then(() => setDefinition(workflow.definition))}
          >
            Discard draft
          </Button>
        )}
        {changed && <p className="me-auto self-center text-muted text-sm">What is published is the saved draft.</p>}
        <Button busy={save.busy} disabled={!changed} onClick={() => save.run({ id, definition })}>
          Save draft
        </Button>
        <Button busy={simulate.busy} onClick={async () => setSimulation(await simulate.run({ definition }))}>
          Try on past verifications
        </Button>
        <PublishDialog id={id} version={version + 1} disabled={!draft || draft.stale || changed} />
      </div>
      {simulation && <SimulationResult simulation={simulation} />}
    </div>
  );
}

/** Those that are a number and nothing more. */
function plainThresholds({ thresholds: { accept, review, liveness } }: WorkflowDefinition) {
  return { accept, review, liveness };
}

function MandatoryFields({ fields, onChange }: { fields: readonly string[]; onChange: (fields: string[]) => void }) {
  const [text, setText] = useState(fields.join(", "));
  return (
    <Card>
      <CardHeader title="Mandatory fields" description="Where one of them was not read, a person looks." />
      <CardBody>
        <Field label="Fields" hint="With commas between them.">
          <Textarea
            rows={2}
            className="mono"
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              onChange(event.target.value.split(/[\s,]+/).filter(Boolean));
            }}
          />
        </Field>
      </CardBody>
    </Card>
  );
}
