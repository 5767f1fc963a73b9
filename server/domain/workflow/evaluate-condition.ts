import type { WorkflowDefinition } from "@/server/domain/workflow/definition";

export type Condition = WorkflowDefinition["conditions"][number];
export type ConditionOutcome = "holds" | "does_not_hold" | "unknown";

/**
 * Whether a tenant's condition holds for a fact. A fact that is missing or of another kind is `unknown`, never "does
 * not hold".
 */
export function evaluateCondition(condition: Condition, fact: string | number | undefined): ConditionOutcome {
  if (fact === undefined || fact === "") return "unknown";
  const { value } = condition;
  const told = (holds: boolean): ConditionOutcome => (holds ? "holds" : "does_not_hold");
  switch (condition.operator) {
    case "is":
      return Array.isArray(value) ? "unknown" : told(sameValue(fact, value));
    case "is_not":
      return Array.isArray(value) ? "unknown" : told(!sameValue(fact, value));
    case "in":
      return Array.isArray(value) ? told(value.some((one) => sameValue(fact, one))) : "unknown";
    case "not_in":
      return Array.isArray(value) ? told(!value.some((one) => sameValue(fact, one))) : "unknown";
    case "below":
      return typeof fact === "number" && typeof value === "number" ? told(fact < value) : "unknown";
    case "above":
      return typeof fact === "number" && typeof value === "number" ? told(fact > value) : "unknown";
    default:
      return condition.operator satisfies never;
  }
}

/** Words without regard to case; numbers as numbers. */
function sameValue(fact: string | number, value: string | number): boolean {
  return String(fact).toLowerCase() === String(value).toLowerCase();
}
