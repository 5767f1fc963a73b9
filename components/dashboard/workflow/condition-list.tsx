import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { WorkflowDefinition } from "@/server/domain/workflow/definition";

type Condition = WorkflowDefinition["conditions"][number];

const OPERATORS: Readonly<Record<Condition["operator"], string>> = {
  is: "is",
  is_not: "is not",
  in: "is one of",
  not_in: "is none of",
  below: "is below",
  above: "is above",
};

/** What was typed, as the operator takes it: a number, a list with commas, or a word. */
function typedValue(text: string, operator: Condition["operator"]): Condition["value"] {
  if (operator === "in" || operator === "not_in") {
    return text
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean);
  }
  const number = Number(text);
  return text.trim() !== "" && Number.isFinite(number) ? number : text;
}

const shown = (value: Condition["value"]) => (Array.isArray(value) ? value.join(", ") : String(value));

/** The tenant's own rules: where one holds, a person looks or the verification is rejected. */
export function ConditionList({
  conditions,
  subjects,
  onChange,
}: {
  conditions: readonly Condition[];
  subjects: readonly string[];
  onChange: (conditions: Condition[]) => void;
}) {
  const replace = (index: number, part: Partial<Condition>) =>
    onChange(conditions.map((one, i) => (i === index ? { ...one, ...part } : one)));
  const fresh = (): Condition => ({
    id: `rule_${conditions.length + 1}`,
    on: "country",
    operator: "not_in",
    value: ["FRA"],
    outcome: "review",
    message: "A document of another country.",
  });
  return (
    <Card>
      <CardHeader
        title="Conditions"
        description="On any output: country, age, a check, a field. What cannot be judged goes to a person."
      />
      <datalist id="condition-subjects">
        {subjects.map((subject) => (
          <option key={subject} value={subject} />
        ))}
      </datalist>
      <ul className="divide-y divide-line">
        {conditions.map((condition, index) => (
          <li key={index}>
            <ConditionRow
              condition={condition}
              onChange={(part) => replace(index, part)}
              onRemove={() => onChange(conditions.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ul>
      <CardBody>
        <Button size="sm" icon={<Plus className="size-3.5" />} onClick={() => onChange([...conditions, fresh()])}>
          Add a condition
        </Button>
      </CardBody>
    </Card>
  );
}

function ConditionRow({
  condition,
  onChange,
  onRemove,
}: {
  condition: Condition;
  onChange: (part: Partial<Condition>) => void;
  onRemove: () => void;
}) {
  const { id, on, operator, value, outcome, message } = condition;
  return (
    <div className="grid gap-2 px-5 py-3 sm:grid-cols-2 lg:grid-cols-[8rem_12rem_9rem_1fr_8rem_auto]">
      <Input
        aria-label="Name of the rule"
        className="mono"
        value={id}
        onChange={(e) => onChange({ id: e.target.value })}
      />
      <Input
        aria-label="What is looked at"
        className="mono"
        list="condition-subjects"
        value={on}
        onChange={(e) => onChange({ on: e.target.value })}
      />
      <NativeSelect
        aria-label="Comparison"
        value={operator}
        onChange={(e) => {
          const next = e.target.value as Condition["operator"];
          onChange({ operator: next, value: typedValue(shown(value), next) });
        }}
      >
        {Object.entries(OPERATORS).map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </NativeSelect>
      <Input
        aria-label="Value"
        defaultValue={shown(value)}
        onBlur={(e) => onChange({ value: typedValue(e.target.value, operator) })}
      />
      <NativeSelect
        aria-label="Then"
        value={outcome}
        onChange={(e) => onChange({ outcome: e.target.value as Condition["outcome"] })}
      >
        <option value="review">Review</option>
        <option value="reject">Reject</option>
      </NativeSelect>
      <IconButton
        label={`Remove ${id}`}
        className="order-last justify-self-end lg:order-none"
        icon={<Trash2 className="size-4" />}
        onClick={onRemove}
      />
      <Input
        aria-label="Reason to give"
        className="sm:col-span-2 lg:col-span-6"
        value={message}
        onChange={(e) => onChange({ message: e.target.value })}
      />
    </div>
  );
}
