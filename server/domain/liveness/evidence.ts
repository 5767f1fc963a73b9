/** What was measured on a live picture or a sequence, before any threshold. Made by the vision adapter, judged by `judge-liveness`. */
export interface LivenessEvidence {
  /** Faces found in the still (or the best frame). */
  readonly faces: number;
  /** 0–1 each; absent where no face was found. */
  readonly face?: {
    readonly size: number;
    readonly sharpness: number;
    readonly exposure: number;
    readonly frontal: number;
    readonly eyesOpen: number;
  };
  /** Passive signals by name: raw values in the unit that the signal's file states. */
  readonly signals: Readonly<Record<string, number>>;
  /** Present when several frames came; one entry a frame, in order of time. */
  readonly frames?: readonly FrameEvidence[];
  /**
   * Of several frames: the largest turn between two of them, degrees, and how far the face's points are then from moving as one
   * flat picture would, in distances of the eyes.
   */
  readonly depth?: { readonly turn: number; readonly residual: number };
  readonly models: readonly ModelRef[];
}

/** One frame of a sequence: what the mesh says. Angles in degrees, points in pixels of the frame. */
export interface FrameEvidence {
  readonly tMs: number;
  readonly faces: number;
  readonly yaw?: number;
  readonly pitch?: number;
  readonly roll?: number;
  /** Eye aspect ratio, mean of both eyes; about 0.3 open, under 0.2 shut. */
  readonly eyeOpenness?: number;
  /** Flattened x,y of a fixed subset of mesh points, for the planarity test. */
  readonly points?: readonly number[];
  /** Perceptual hash of the frame, hex; equal hashes far apart in time mean a loop. */
  readonly hash?: string;
}

export interface ModelRef {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
}
