import type { FaceShape } from "./person";

/** Where the features sit on the front of one head, in head units. Proportions after Farkas' anthropometric means. */
export interface FacePlan {
  readonly eyeX: number;
  readonly eyeY: number;
  /** Half the width of an eye. */
  readonly eyeHalf: number;
  readonly browY: number;
  readonly noseTop: number;
  readonly noseTip: number;
  readonly noseBase: number;
  /** Half the width over the wings. */
  readonly noseHalf: number;
  readonly mouthY: number;
  readonly mouthHalf: number;
  readonly chinY: number;
  readonly crownY: number;
  readonly hairlineY: number;
}

export function facePlan(shape: FaceShape): FacePlan {
  const noseBase = 0.7 * shape.noseLength;
  const mouthY = noseBase + 0.31 * shape.mouthHeight;
  return {
    eyeX: 0.455 * shape.eyeSpacing,
    eyeY: 0,
    eyeHalf: 0.232 * shape.eyeSize,
    browY: -0.3 * shape.browHeight,
    noseTop: -0.14,
    noseTip: noseBase - 0.13,
    noseBase,
    noseHalf: 0.25 * shape.noseWidth,
    mouthY,
    mouthHalf: 0.37 * shape.mouthWidth,
    chinY: mouthY + 0.65 * shape.chinLength,
    crownY: -1.62 - 0.1 * (shape.foreheadHeight - 1),
    hairlineY: -0.98 * shape.foreheadHeight,
  };
}
