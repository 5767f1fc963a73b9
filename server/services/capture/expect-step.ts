import { AppError } from "@/server/contract/errors";
import { nextStep } from "@/server/domain/capture/next-step";
import type { CaptureStep } from "@/server/domain/capture/steps";
import type { HeldSession } from "@/server/services/capture/in-session";

/** AppError `conflict` with the step that is next, where it is none of these. */
export function expectStep({ state, needs }: HeldSession, ...steps: CaptureStep[]): void {
  const next = nextStep(state, needs);
  if (!steps.includes(next)) throw new AppError("conflict", { step: next });
}
