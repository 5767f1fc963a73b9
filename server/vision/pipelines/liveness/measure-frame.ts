import { differenceHash } from "@/server/vision/ops/difference-hash";
import { gray } from "@/server/vision/ops/gray";
import { eyeOpenness } from "@/server/vision/pipelines/face/eye-openness";
import { headPose } from "@/server/vision/pipelines/face/head-pose";
import { locateFaces } from "@/server/vision/pipelines/face/locate-faces";
import { trackMesh } from "@/server/vision/pipelines/face/measure-mesh";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Image, Runtime } from "@/server/vision/types";

/** What the mesh says of one frame. Angles in degrees, points x, y one after another in pixels of the frame. */
export interface FrameMeasurement {
  readonly faces: number;
  readonly hash: string;
  readonly yaw?: number;
  readonly pitch?: number;
  readonly roll?: number;
  readonly eyeOpenness?: number;
  readonly points?: readonly number[];
  /** To track the next frame by. */
  readonly mesh?: FaceMesh;
}

/** Spread over the face and its depth: outline, brows, eye corners, nose bridge, tip and wings, lips, chin, cheeks. */
export const PLANARITY_POINTS = [
  10, 338, 297, 284, 389, 454, 361, 397, 379, 152, 150, 172, 132, 234, 162, 54, 67, 109, 70, 105, 107, 336, 334, 300,
  33, 133, 362, 263, 168, 6, 197, 195, 4, 98, 327, 61, 0, 291, 17, 50, 280, 205, 425, 199,
] as const;

/** Enough to go on tracking without looking for the face again. */
const TRACKED = 0.8;

/** One frame of a sequence; `before` is the mesh of the frame before, so that a face is followed and not searched again. */
export async function measureFrame(image: Image, runtime: Runtime, before?: FaceMesh): Promise<FrameMeasurement> {
  const hash = differenceHash(gray(image));
  const tracked = before && (await trackMesh(image, before, runtime));
  if (tracked && tracked.presence >= TRACKED) return describe(tracked, 1, hash);
  const { count, best } = await locateFaces(image, runtime);
  return best ? describe(best.mesh, count, hash) : { faces: 0, hash };
}

function describe(mesh: FaceMesh, faces: number, hash: string): FrameMeasurement {
  const points = PLANARITY_POINTS.flatMap((i) => [mesh.xyz[i * 3], mesh.xyz[i * 3 + 1]]);
  return { faces, hash, ...headPose(mesh), eyeOpenness: eyeOpenness(mesh).mean, points, mesh };
}
