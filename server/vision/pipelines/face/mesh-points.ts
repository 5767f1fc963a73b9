import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Point } from "@/server/vision/types";

/** Indices of the canonical FaceMesh topology; "right" and "left" are the person's. */
export const MESH = {
  rightEyeOuter: 33,
  rightEyeInner: 133,
  leftEyeInner: 362,
  leftEyeOuter: 263,
  noseTip: 4,
  forehead: 10,
  chin: 152,
  rightCheek: 234,
  leftCheek: 454,
} as const;

/** One mesh point in source pixels. */
export function meshPoint(mesh: FaceMesh, index: number): Point<"source"> {
  return { x: mesh.xyz[index * 3], y: mesh.xyz[index * 3 + 1] };
}

/** The mean of several mesh points. */
export function meshMean(mesh: FaceMesh, indices: readonly number[]): Point<"source"> {
  let x = 0;
  let y = 0;
  for (const i of indices) {
    x += mesh.xyz[i * 3] / indices.length;
    y += mesh.xyz[i * 3 + 1] / indices.length;
  }
  return { x, y };
}

/** Distance between the centres of the eyes, source pixels. */
export function eyeDistance(mesh: FaceMesh): number {
  const right = meshMean(mesh, [MESH.rightEyeOuter, MESH.rightEyeInner]);
  const left = meshMean(mesh, [MESH.leftEyeOuter, MESH.leftEyeInner]);
  return Math.hypot(left.x - right.x, left.y - right.y);
}
