import type { DocumentType, StepName } from "@/server/contract/enums";
import type { CaptureState } from "@/server/domain/capture/capture-state";
import type { CaptureStep } from "@/server/domain/capture/steps";

/** What the workflow needs of the person. */
export interface CaptureNeeds {
  readonly document: boolean;
  readonly face: boolean;
}

/** Whether a document of this type carries something on its back. */
export const HAS_BACK: Record<DocumentType, boolean> = {
  passport: false,
  id_card: true,
  driver_license: true,
  residence_permit: true,
  other: true,
};

/** What a workflow's steps need: a document to read, a face to look at, or both. */
export function captureNeeds(steps: readonly StepName[]): CaptureNeeds {
  const any = (...names: StepName[]) => names.some((name) => steps.includes(name));
  return { document: any("ocr", "validate", "face_match"), face: any("liveness", "face_match") };
}

/** The one step that is next. Consent comes before anything that opens a camera. */
export function nextStep(state: CaptureState, needs: CaptureNeeds): CaptureStep {
  if (state.finished_at !== undefined) return "done";
  if (state.consent === undefined) return "consent";
  if (needs.document) {
    if (state.document === undefined) return "document";
    if (state.front === undefined) return "front";
    if (HAS_BACK[state.document.type] && state.back === undefined) return "back";
  }
  return needs.face && state.face === undefined ? "face" : "finish";
}

/** Whether a picture may be (re)taken now: the step is the next one, or was done and nothing is sent off yet. */
export function mayTake(step: "front" | "back" | "face", state: CaptureState, needs: CaptureNeeds): boolean {
  const next = nextStep(state, needs);
  if (next === step) return true;
  return next !== "done" && state[step] !== undefined;
}
