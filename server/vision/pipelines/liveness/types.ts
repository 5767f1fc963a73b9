import type { DetectedFace, FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Image, Plane } from "@/server/vision/types";

/** What every passive signal looks at; made once a picture. */
export interface SignalInput {
  /** The picture as decoded; `scale` is its pixels per pixel of the picture as sent. */
  readonly image: Image;
  readonly scale: number;
  readonly face: DetectedFace;
  readonly mesh: FaceMesh;
  /** The face, level, brow to chin and ear to ear, 128×128. */
  readonly skin: Image;
  /**
   * Grey pixels around the face, not resampled: a square whose side is 128 or 256. Absent where the picture is smaller.
   */
  readonly patch?: Plane;
}

/**
 * One passive signal: a number with a meaning, and no opinion. Undefined where it cannot be measured on this picture.
 */
export interface Signal {
  /** Also its name in `LivenessEvidence.signals` and in the answers of the API. */
  readonly id: string;
  measure(input: SignalInput): number | undefined;
}
