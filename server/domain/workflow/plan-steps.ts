import type { StepName } from "@/server/contract/enums";
import type { WorkflowDefinition } from "@/server/domain/workflow/definition";

/** What the caller sent, by kind. */
export interface Sent {
  readonly live: boolean;
  readonly document: boolean;
  readonly profile: boolean;
}

export interface PlannedStep {
  readonly name: StepName;
  /** False where nothing was sent that the step could look at: it is skipped and its weight shared out. */
  readonly asked: boolean;
}

/** The steps of one verification in the workflow's order, scoring last. */
export function planSteps(definition: Pick<WorkflowDefinition, "steps">, sent: Sent): PlannedStep[] {
  const needs: Record<Exclude<StepName, "scoring">, boolean> = {
    liveness: sent.live,
    ocr: sent.document,
    validate: sent.document,
    face_match: sent.live && sent.document,
    kya: sent.profile,
  };
  return [...definition.steps.map((name) => ({ name, asked: needs[name] })), { name: "scoring", asked: true }];
}
