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
   * flat picture would, in distances of the eyes; the share of its width that the face lost at most without coming nearer, and
   * how far its nearer parts then slid over the others, as the sine of the turn of a head that would do it.
   */
  readonly depth?: {
    readonly turn: number;
    readonly residual: number;
    readonly narrowing: number;
    readonly parallax: number;
  };
  readonly models: readonly ModelRef[];
}

/** One frame of a sequence: what the mesh says. Angles in degrees, points in pixels of the frame. */
export interface FrameEvidence {
  readonly tMs: number;
  readonly faces: number;
  readonly yaw?: number;
  readonly pitch?: number;
  readonly roll?: number;
  /** How open the lids are, height over width by the iris network, mean of both eyes; about 0.35 open, 0.1 shut. */
  readonly eyeOpenness?: number;
  /** Where the irises stand between the corners of the eyes, in widths of an eye, positive towards the right of the picture. */
  readonly gaze?: number;
  /** Between the centres of the eyes, pixels of the frame. */
  readonly eyeDistance?: number;
  /** Flattened x,y of a fixed subset of mesh points, for the planarity test. */
  readonly points?: readonly number[];
  /** Mean linear light, 0–1, red green blue: of nose, forehead and cheeks, and of what is beside the head. */
  readonly light?: { readonly face: readonly number[]; readonly background?: readonly number[] };
  /** Cosine of the face's template to the still's, or to the first frame's where there is no still; only of some frames. */
  readonly likeness?: number;
  /** Share of the picture beside the face that is the same as in the frame before to a quarter of a level, 0–1. */
  readonly still?: number;
  /** Mean difference of luma to the frame before, 0–255. */
  readonly change?: number;
  /** Perceptual hash of the frame, 256 bits in hex; equal hashes apart in time mean a loop. */
  readonly hash?: string;
}

export interface ModelRef {
  readonly id: string;
  readonly version: string;
  readonly sha256: string;
}
