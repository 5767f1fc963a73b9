import { DocumentFields } from "@/server/contract/fields";
import { FACTOR_STEP } from "@/server/domain/scoring/share-weights";
import { describeSubjects, familyOf, SUBJECT_FAMILIES, subjectKind } from "@/server/domain/workflow/condition-subjects";
import type { WorkflowDefinition } from "@/server/domain/workflow/definition";
import type { Condition } from "@/server/domain/workflow/evaluate-condition";

export interface WorkflowProblem {
  /** Path inside the definition, e.g. `conditions.0.value`. */
  readonly path: string;
  readonly message: string;
}

/** What the schema cannot say about a workflow: order, names, kinds. Empty where the definition can be run. */
export function findWorkflowProblems(definition: WorkflowDefinition): WorkflowProblem[] {
  return [...stepProblems(definition), ...fieldProblems(definition), ...conditionProblems(definition.conditions)];
}

function stepProblems({ steps, weights }: WorkflowDefinition): WorkflowProblem[] {
  const problems: WorkflowProblem[] = [];
  steps.forEach((step, index) => {
    if (steps.indexOf(step) !== index)
      problems.push({ path: `steps.${index}`, message: `The step ${step} is listed twice.` });
  });
  const [ocr, validate] = [steps.indexOf("ocr"), steps.indexOf("validate")];
  if (validate >= 0 && (ocr < 0 || ocr > validate))
    problems.push({ path: `steps.${validate}`, message: "The step validate needs the step ocr before it." });
  const total = Object.entries(FACTOR_STEP)
    .filter(([, step]) => steps.includes(step))
    .reduce((sum, [factor]) => sum + weights[factor as keyof typeof weights], 0);
  if (total <= 0) problems.push({ path: "weights", message: "At least one step that is run must carry weight." });
  return problems;
}

function fieldProblems({ mandatory_fields: fields }: WorkflowDefinition): WorkflowProblem[] {
  const known = Object.keys(DocumentFields.shape);
  return fields.flatMap((field, index) =>
    known.includes(field)
      ? []
      : [{ path: `mandatory_fields.${index}`, message: `There is no field ${field}. Known: ${known.join(", ")}.` }],
  );
}

function conditionProblems(conditions: readonly Condition[]): WorkflowProblem[] {
  return conditions.flatMap((condition, index) => {
    const at = (part: string, message: string): WorkflowProblem => ({ path: `conditions.${index}.${part}`, message });
    const problems: WorkflowProblem[] = [];
    if (conditions.findIndex((other) => other.id === condition.id) !== index)
      problems.push(at("id", `The id ${condition.id} is used twice.`));
    const kind = subjectKind(condition.on);
    if (!kind) {
      const part = familyOf(condition.on);
      const known = part ? SUBJECT_FAMILIES[part.family].names.join(", ") : describeSubjects();
      return [...problems, at("on", `There is nothing called ${condition.on}. Known: ${known}.`)];
    }
    const message = valueProblem(condition, kind);
    return message ? [...problems, at("value", message)] : problems;
  });
}

function valueProblem({ operator, value, on }: Condition, kind: "word" | "number"): string | undefined {
  switch (operator) {
    case "in":
    case "not_in":
      return Array.isArray(value) && value.length > 0 ? undefined : `${operator} needs a list of values.`;
    case "below":
    case "above":
      if (kind !== "number") return `${on} is not a number; use is, is_not, in or not_in.`;
      return typeof value === "number" ? undefined : `${operator} needs a number.`;
    case "is":
    case "is_not":
      if (Array.isArray(value)) return `${operator} needs one value; use in or not_in for a list.`;
      return kind === "number" && typeof value !== "number" ? `${on} is a number.` : undefined;
    default:
      return operator satisfies never;
  }
}
