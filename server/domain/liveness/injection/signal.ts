import type { CaptureReport, LivenessAction } from "@/server/contract/liveness-challenge";
import type { FrameEvidence } from "@/server/domain/liveness/evidence";

/** What a signal of injection or replay looks at. */
export interface InjectionInput {
  /** What the client told; undefined where it told nothing. */
  readonly report?: CaptureReport;
  /** The drawn challenge; undefined where none was drawn, and then nothing is owed. */
  readonly challenge?: { readonly id: string; readonly actions: readonly LivenessAction[] };
  readonly frames: readonly FrameEvidence[];
  /** The capture of this tenant that shares most frames with this one: share of these frames, 0–1. */
  readonly seenBefore?: { readonly share: number };
}

export interface InjectionFinding {
  readonly message: string;
  readonly value?: number | string;
  readonly threshold?: number;
  /** How much it says, 0–1. A client can lie either way, so what it tells weighs less than what the frames show. */
  readonly weight: number;
}

/** One sign that frames did not come from a camera at this moment. Adding one adds a file. */
export interface InjectionSignal {
  /** Also the code of its reason. */
  readonly id: string;
  readonly find: (input: InjectionInput) => InjectionFinding | undefined;
}
