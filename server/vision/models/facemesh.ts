import card from "@/models/facemesh/card.json";
import { planar } from "@/server/vision/ops/planar";
import type { Image, Model } from "@/server/vision/types";

/** 468 points, x, y, z one after another, in pixels of the 192-pixel input; z in the same unit, smaller is nearer. */
export interface FaceMeshOutput {
  readonly xyz: Float32Array;
  /** Probability that the input shows a face, 0–1. */
  readonly presence: number;
}

export const FACEMESH_SIDE = 192;

/** MediaPipe FaceMesh (Kartynnik et al. 2019). Input: 192×192 RGB, the face upright and filling two thirds of it. */
export const faceMesh: Model<Image, FaceMeshOutput> = {
  card,
  encode: (image) => ({ input_1: planar(image, { mean: [0, 0, 0], scale: [255, 255, 255] }) }),
  decode: (out) => ({ xyz: out.mesh.data, presence: out.flag.data[0] }),
};
