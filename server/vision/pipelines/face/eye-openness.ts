import { meshPoint } from "@/server/vision/pipelines/face/mesh-points";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";

/** Outer corner, two points of the upper lid, inner corner, two points of the lower lid. */
const RIGHT = [33, 160, 158, 133, 153, 144];
const LEFT = [263, 387, 385, 362, 380, 373];

/** Eye aspect ratio (Soukupová and Čech 2016) of each eye: about 0.3 when open, below 0.2 when shut. */
export function eyeOpenness(mesh: FaceMesh): { readonly right: number; readonly left: number; readonly mean: number } {
  const right = aspectRatio(mesh, RIGHT);
  const left = aspectRatio(mesh, LEFT);
  return { right, left, mean: (right + left) / 2 };
}

function aspectRatio(mesh: FaceMesh, indices: readonly number[]): number {
  const [outer, up1, up2, inner, low2, low1] = indices.map((i) => meshPoint(mesh, i));
  const width = Math.hypot(inner.x - outer.x, inner.y - outer.y);
  if (!(width > 0)) return 0;
  return (Math.hypot(up1.x - low1.x, up1.y - low1.y) + Math.hypot(up2.x - low2.x, up2.y - low2.y)) / (2 * width);
}
