import { gray } from "@/server/vision/ops/gray";
import { ramp } from "@/server/vision/ops/ramp";
import { sharpness } from "@/server/vision/ops/sharpness";
import { eyeOpenness } from "@/server/vision/pipelines/face/eye-openness";
import { headPose } from "@/server/vision/pipelines/face/head-pose";
import { eyeDistance } from "@/server/vision/pipelines/face/mesh-points";
import type { FaceMesh, FaceQuality } from "@/server/vision/pipelines/face/types";
import type { Image, Plane } from "@/server/vision/types";

/**
 * How well a face can be compared. `chip` is the aligned face, so that sharpness is that of the face and not of the background;
 * `scale` is pixels of the decoded picture per pixel of the picture as sent. `overall` is held down by the weakest part.
 */
export function faceQuality(chip: Image, mesh: FaceMesh, scale: number): FaceQuality {
  const plane = gray(chip);
  const pose = headPose(mesh);
  const parts = {
    size: ramp(eyeDistance(mesh) / scale, 12, 60),
    sharpness: sharpnessScore(plane),
    exposure: exposureScore(plane),
    frontal: Math.min(ramp(Math.abs(pose.yaw), 50, 10), ramp(Math.abs(pose.pitch), 45, 12)),
    eyesOpen: ramp(eyeOpenness(mesh).mean, 0.12, 0.2),
  };
  const compared = [parts.size, parts.sharpness, parts.exposure, parts.frontal];
  const mean = compared.reduce((sum, v) => sum + v, 0) / compared.length;
  return { ...parts, overall: mesh.presence * Math.sqrt(Math.min(...compared) * mean) };
}

/** Laplacian variance over the variance of the grey values, so that dim pictures are not taken for blurred ones. */
function sharpnessScore(plane: Plane): number {
  const n = plane.data.length;
  const mean = plane.data.reduce((s, v) => s + v, 0) / n;
  const variance = plane.data.reduce((s, v) => s + (v - mean) ** 2, 0) / n;
  return ramp(Math.log10((sharpness(plane) + 1e-3) / (variance + 1)), -2.3, -0.9);
}

/** Neither too dark nor too bright, and neither blacked out nor burnt in patches. */
function exposureScore(plane: Plane): number {
  let sum = 0;
  let clipped = 0;
  for (const v of plane.data) {
    sum += v;
    if (v < 8 || v > 247) clipped++;
  }
  const mean = sum / plane.data.length;
  return Math.min(ramp(mean, 15, 60), ramp(mean, 245, 205), ramp(clipped / plane.data.length, 0.6, 0.2));
}
