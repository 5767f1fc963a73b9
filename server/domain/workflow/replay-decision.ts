import type { StepName } from "@/server/contract/enums";
import { matchThreshold, similarityOf } from "@/server/domain/face/match-threshold";
import type { ScoringCase } from "@/server/domain/scoring/case";
import { type ScoredVerification, scoreVerification } from "@/server/domain/scoring/score-verification";
import type { WorkflowDefinition } from "@/server/domain/workflow/definition";

/** What a verification of the past left behind, for another definition to be tried on. */
export interface PastVerification {
  /** Steps for which the caller had sent something, scoring left out. */
  readonly asked: readonly StepName[];
  readonly outputs: ScoringCase["outputs"];
  readonly undone: readonly StepName[];
  /** ISO date on which it was decided: ages and expiry are taken as they were then. */
  readonly today: string;
}

/**
 * What a definition would have decided. Undefined where it runs a step that this verification never ran: what that
 * would have found nobody knows.
 */
export function replayDecision(past: PastVerification, workflow: WorkflowDefinition): ScoredVerification | undefined {
  const { asked, outputs, undone, today } = past;
  const needs = workflow.steps.filter((step) => asked.includes(step));
  const known = (step: StepName) => Object.hasOwn(outputs, step) || undone.includes(step);
  const unknowable = workflow.steps.some((step) => couldRun(step, asked) && !known(step));
  if (unknowable) return undefined;
  const kept = Object.fromEntries(Object.entries(outputs).filter(([step]) => needs.includes(step as Runnable)));
  return scoreVerification({
    workflow,
    asked: new Set<StepName>([...needs, "scoring"]),
    outputs: { ...kept, ...rematched(outputs, workflow, needs) },
    undone: undone.filter((step) => needs.includes(step as Runnable)),
    today,
  });
}

type Runnable = WorkflowDefinition["steps"][number];

/** Whether the caller sent what a step looks at, judged by the steps that looked at the same. */
function couldRun(step: Runnable, asked: readonly StepName[]): boolean {
  const document = asked.includes("ocr") || asked.includes("validate") || asked.includes("face_match");
  const live = asked.includes("liveness") || asked.includes("face_match");
  switch (step) {
    case "liveness":
      return live;
    case "ocr":
    case "validate":
      return document;
    case "face_match":
      return live && document;
    case "kya":
      return asked.includes("kya");
    default:
      return step satisfies never;
  }
}

/** Faces that were compared keep their similarity; whether that is a match is the threshold's to say. */
function rematched(
  { face_match: match }: ScoringCase["outputs"],
  workflow: WorkflowDefinition,
  needs: readonly Runnable[],
): ScoringCase["outputs"] {
  if (!match || !needs.includes("face_match")) return {};
  const threshold = similarityOf(matchThreshold(workflow.thresholds));
  return { face_match: { ...match, threshold, match: match.usable && match.similarity >= threshold } };
}
