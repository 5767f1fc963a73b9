import type { ModelRef } from "@/server/domain/liveness/evidence";

/** One picture's best face as a template, with what decides whether it may be compared at all. */
export interface FaceEvidence {
  /** Faces found; with 0 there is no template. */
  readonly faces: number;
  /** L2-normalised embedding of the best face. */
  readonly template?: readonly number[];
  /** 0–1 each. */
  readonly quality?: {
    readonly size: number;
    readonly sharpness: number;
    readonly exposure: number;
    readonly frontal: number;
    readonly overall: number;
  };
  readonly model: ModelRef;
}
