import type { ChipTemplate } from "@/server/vision/models/face-embedder";

/**
 * The five-point template of 112 pixels that ArcFace-style models share (Deng et al. 2019): eyes, nose tip, corners of
 * the mouth.
 */
export const ARC_FACE_CHIP: ChipTemplate = {
  side: 112,
  mesh: [[33, 133], [263, 362], [4], [61], [291]],
  at: [
    { x: 38.2946, y: 51.6963 },
    { x: 73.5318, y: 51.5014 },
    { x: 56.0252, y: 71.7366 },
    { x: 41.5493, y: 92.3655 },
    { x: 70.7299, y: 92.2041 },
  ],
};
