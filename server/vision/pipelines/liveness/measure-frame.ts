import { differenceHash } from "@/server/vision/ops/difference-hash";
import { gray } from "@/server/vision/ops/gray";
import { detectFaces } from "@/server/vision/pipelines/face/detect-faces";
import { headPose } from "@/server/vision/pipelines/face/head-pose";
import { locateFaces } from "@/server/vision/pipelines/face/locate-faces";
import { trackMesh } from "@/server/vision/pipelines/face/measure-mesh";
import { eyeDistance } from "@/server/vision/pipelines/face/mesh-points";
import { readEyes } from "@/server/vision/pipelines/face/read-eyes";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import { type FrameLight, frameLight } from "@/server/vision/pipelines/liveness/frame-light";
import { meanChange } from "@/server/vision/pipelines/liveness/mean-change";
import { stillShare } from "@/server/vision/pipelines/liveness/still-share";
import type { Image, Plane, Runtime } from "@/server/vision/types";

/** What one frame shows. Angles in degrees, points x, y one after another in pixels of the frame. */
export interface FrameMeasurement {
  readonly faces: number;
  readonly hash: string;
  readonly yaw?: number;
  readonly pitch?: number;
  readonly roll?: number;
  readonly eyeOpenness?: number;
  readonly gaze?: number;
  readonly eyeDistance?: number;
  readonly points?: readonly number[];
  readonly light?: FrameLight;
  /** Against the frame before. */
  readonly still?: number;
  readonly change?: number;
}

/** What the next frame is followed by and held against. */
export interface FrameMemory {
  readonly mesh?: FaceMesh;
  readonly plane: Plane;
  readonly index: number;
}

/** Spread over the face and its depth: outline, brows, eye corners, nose bridge, tip and wings, lips, chin, cheeks. */
export const PLANARITY_POINTS = [
  10, 338, 297, 284, 389, 454, 361, 397, 379, 152, 150, 172, 132, 234, 162, 54, 67, 109, 70, 105, 107, 336, 334, 300,
  33, 133, 362, 263, 168, 6, 197, 195, 4, 98, 327, 61, 0, 291, 17, 50, 280, 205, 425, 199,
] as const;

/** Enough to go on tracking without looking for the face again. */
const TRACKED = 0.8;
/** Frames between two looks at the whole picture, for a second face. */
const LOOK_EVERY = 3;
/** A second detection counts as a face from this score, and this width against the first. */
const SECOND_SCORE = 0.6;
const SECOND_WIDTH = 0.45;

/**
 * One frame of a sequence; `before` is what the frame before left, so that a face is followed and not searched again.
 */
export async function measureFrame(
  image: Image,
  runtime: Runtime,
  before?: FrameMemory,
): Promise<{ measurement: FrameMeasurement; memory: FrameMemory }> {
  const plane = gray(image);
  const hash = differenceHash(plane, 16);
  const index = (before?.index ?? -1) + 1;
  const change = before && meanChange(before.plane, plane);
  const { mesh, faces } = await follow(image, runtime, before, index);
  if (!mesh) return { measurement: { faces, hash, change }, memory: { plane, index } };
  const { openness, gaze } = await readEyes(image, mesh, runtime);
  const measurement: FrameMeasurement = {
    faces,
    hash,
    change,
    ...headPose(mesh),
    eyeOpenness: openness,
    gaze,
    eyeDistance: eyeDistance(mesh),
    points: PLANARITY_POINTS.flatMap((i) => [mesh.xyz[i * 3], mesh.xyz[i * 3 + 1]]),
    light: frameLight(image, mesh),
    still: before && stillShare(before.plane, plane, mesh),
  };
  return { measurement, memory: { mesh, plane, index } };
}

async function follow(image: Image, runtime: Runtime, before: FrameMemory | undefined, index: number) {
  const tracked = before?.mesh && (await trackMesh(image, before.mesh, runtime));
  if (!tracked || tracked.presence < TRACKED) {
    const { count, best } = await locateFaces(image, runtime);
    return { mesh: best?.mesh, faces: count };
  }
  if (index % LOOK_EVERY !== 0) return { mesh: tracked, faces: 1 };
  const found = await detectFaces(image, runtime, { effort: "quick", least: SECOND_SCORE });
  const largest = Math.max(0, ...found.map((face) => face.box.width));
  return { mesh: tracked, faces: Math.max(1, found.filter((f) => f.box.width >= SECOND_WIDTH * largest).length) };
}
