import { FaceLandmarker, type FaceLandmarkerResult } from "@mediapipe/tasks-vision";
import { describeFace } from "@/components/capture/vision/describe-face";
import type { FaceReport } from "@/components/capture/vision/face-report";
import { meshPoint } from "@/server/vision/pipelines/face/mesh-points";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Image } from "@/server/vision/types";

/** Our own addresses of MediaPipe's files: nothing is asked of another origin. */
export interface LandmarkerFiles {
  readonly loader: string;
  readonly wasm: string;
  readonly model: string;
}

/** Of 478 points the first 468 are the mesh; then come the irises, five points each. */
const MESH_POINTS = 468;
const IRISES = [
  { centre: 468, corners: [33, 133] },
  { centre: 473, corners: [263, 362] },
] as const;
/** Open lids by this measure, height over width, as the iris network tells it. */
const OPEN = 0.36;

/** MediaPipe's landmarker in place of our own models: the same report from its points and blendshapes. */
export async function landmarkerMeter(files: LandmarkerFiles): Promise<(image: Image) => FaceReport> {
  const landmarker = await FaceLandmarker.createFromOptions(
    { wasmLoaderPath: files.loader, wasmBinaryPath: files.wasm },
    {
      baseOptions: { modelAssetPath: files.model, delegate: "CPU" },
      runningMode: "VIDEO",
      numFaces: 2,
      outputFaceBlendshapes: true,
    },
  );
  let time = 0;
  return (image) => {
    time = Math.max(time + 1, Math.round(performance.now()));
    return reportOf(image, landmarker.detectForVideo(toImageData(image), time));
  };
}

/** What MediaPipe saw, as the page speaks of faces. */
export function reportOf(
  image: Image,
  result: Pick<FaceLandmarkerResult, "faceLandmarks" | "faceBlendshapes">,
): FaceReport {
  const points = result.faceLandmarks[0];
  if (!points) return { faces: 0 };
  const xyz = new Float32Array(points.length * 3);
  for (const [i, { x, y, z }] of points.entries()) xyz.set([x * image.width, y * image.height, z * image.width], i * 3);
  const all: FaceMesh = { xyz, presence: 1 };
  const mesh: FaceMesh = { xyz: xyz.subarray(0, MESH_POINTS * 3), presence: 1 };
  const shapes = new Map(result.faceBlendshapes[0]?.categories.map((c) => [c.categoryName, c.score]));
  const shut = ((shapes.get("eyeBlinkLeft") ?? 0) + (shapes.get("eyeBlinkRight") ?? 0)) / 2;
  const face = { ...describeFace(image, mesh), eyes: OPEN * (1 - shut), gaze: gazeOf(all) };
  return { faces: result.faceLandmarks.length, face };
}

function gazeOf(mesh: FaceMesh): number {
  const asides = IRISES.map(({ centre, corners: [a, b] }) => {
    const [p, q, iris] = [meshPoint(mesh, a), meshPoint(mesh, b), meshPoint(mesh, centre)];
    return (iris.x - (p.x + q.x) / 2) / Math.max(1, Math.hypot(q.x - p.x, q.y - p.y));
  });
  return (asides[0] + asides[1]) / 2;
}

function toImageData({ width, height, data }: Image): ImageData {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let i = 0, p = 0; p < data.length; i += 4, p += 3) {
    rgba[i] = data[p];
    rgba[i + 1] = data[p + 1];
    rgba[i + 2] = data[p + 2];
    rgba[i + 3] = 255;
  }
  return new ImageData(rgba, width, height);
}
