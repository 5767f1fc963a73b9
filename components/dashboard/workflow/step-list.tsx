import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { words } from "@/components/dashboard/format";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { StepName } from "@/server/contract/enums";
import type { WorkflowDefinition } from "@/server/domain/workflow/definition";

type Step = WorkflowDefinition["steps"][number];
const ALL = StepName.options.filter((step): step is Step => step !== "scoring");

/** The steps in the order in which they run; scoring is always last. */
export function StepList({ steps, onChange }: { steps: readonly Step[]; onChange: (steps: Step[]) => void }) {
  const move = (from: number, to: number) => onChange(steps.toSpliced(from, 1).toSpliced(to, 0, steps[from]));
  const missing = ALL.filter((step) => !steps.includes(step));
  return (
    <Card>
      <CardHeader title="Steps" description="In this order, then the score. Reading comes before validation." />
      <ol className="divide-y divide-line">
        {steps.map((step, index) => (
          <li key={step} className="flex items-center gap-3 px-5 py-1.5">
            <span className="mono w-5 text-faint text-sm">{index + 1}</span>
            <span className="flex-1">{words(step)}</span>
            <IconButton
              label={`Move ${words(step)} up`}
              icon={<ArrowUp className="size-4" />}
              disabled={index === 0}
              onClick={() => move(index, index - 1)}
            />
            <IconButton
              label={`Move ${words(step)} down`}
              icon={<ArrowDown className="size-4" />}
              disabled={index === steps.length - 1}
              onClick={() => move(index, index + 1)}
            />
            <IconButton
              label={`Leave ${words(step)} out`}
              icon={<X className="size-4" />}
              disabled={steps.length === 1}
              onClick={() => onChange(steps.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ol>
      {missing.length > 0 && (
        <CardBody className="flex flex-wrap gap-2">
          {missing.map((step) => (
            <Button
              key={step}
              size="sm"
              icon={<Plus className="size-3.5" />}
              onClick={() => onChange([...steps, step])}
            >
              {words(step)}
            </Button>
          ))}
        </CardBody>
      )}
    </Card>
  );
}
