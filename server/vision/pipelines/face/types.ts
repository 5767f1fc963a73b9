import type { Box, Point } from "@/server/vision/types";

/** A face found in a picture, in source pixels. */
export interface DetectedFace {
  /** 0–1. */
  readonly score: number;
  readonly box: Box;
  /** The person's right eye, left eye, nose tip, mouth, right ear, left ear. */
  readonly points: readonly Point<"source">[];
}

/** 468 mesh points of one face. */
export interface FaceMesh {
  /** x, y, z one after another, source pixels; z relative, smaller is nearer. */
  readonly xyz: Float32Array;
  /** Probability that a face is there, 0–1. */
  readonly presence: number;
}

/** Degrees. Yaw: positive when the person turns towards the right edge of the picture. Pitch: positive upwards. Roll: clockwise. */
export interface HeadPose {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
}

/** 0–1 each; 1 is as good as can be asked for. */
export interface FaceQuality {
  readonly size: number;
  readonly sharpness: number;
  readonly exposure: number;
  readonly frontal: number;
  readonly eyesOpen: number;
  readonly overall: number;
}
