import type { Rule } from "@/server/domain/scoring/case";
import { conditionFacts } from "@/server/domain/scoring/condition-facts";
import { evaluateCondition } from "@/server/domain/workflow/evaluate-condition";

/** The tenant's own conditions. One that cannot be judged, because its fact is not known, goes to a human. */
export const workflowConditions: Rule = {
  id: "workflow_conditions",
  run: (given) => {
    const facts = conditionFacts(given);
    return given.workflow.conditions.flatMap((condition) => {
      const fact = facts(condition.on);
      const outcome = evaluateCondition(condition, fact);
      if (outcome === "does_not_hold") return [];
      const value = fact ?? "unknown";
      if (outcome === "unknown")
        return [
          {
            effect: "review" as const,
            reason: {
              code: "condition_unknown",
              message: `The condition ${condition.id} could not be judged: ${condition.on} is not known.`,
              value,
            },
          },
        ];
      return [
        { effect: condition.outcome, reason: { code: `condition_${condition.id}`, message: condition.message, value } },
      ];
    });
  },
};
