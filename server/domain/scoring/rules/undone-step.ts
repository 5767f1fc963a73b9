import type { Rule } from "@/server/domain/scoring/case";

/** A step that could not be done tells nothing about the person: a human must look. */
export const undoneStep: Rule = {
  id: "undone_step",
  run: ({ undone }) =>
    undone.map((step) => ({
      effect: "hold",
      reason: { code: "step_undone", message: `The step ${step} could not be carried out.`, value: step },
    })),
};
