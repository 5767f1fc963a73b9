import { infer } from "@/server/vision/infer";
import { IRIS_SIDE, irisModel } from "@/server/vision/models/iris";
import { warpAffine } from "@/server/vision/ops/warp-affine";
import { MESH, meshPoint } from "@/server/vision/pipelines/face/mesh-points";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Affine, Image, Runtime } from "@/server/vision/types";

/** What the iris network sees of both eyes, which it sees better than the mesh. */
export interface EyesReading {
  /** How open the lids are, height over width, mean of both eyes: about 0.35 open, 0.1 shut. */
  readonly openness: number;
  /** Where the irises stand between the corners, mean of both eyes, in widths of an eye: positive towards the right edge of the picture. */
  readonly gaze: number;
}

interface Eye {
  readonly outer: number;
  readonly inner: number;
  readonly mirrored: boolean;
}

const EYES: readonly Eye[] = [
  { outer: MESH.leftEyeOuter, inner: MESH.leftEyeInner, mirrored: false },
  { outer: MESH.rightEyeOuter, inner: MESH.rightEyeInner, mirrored: true },
];
/** The crop is this much wider than the eye, corner to corner, as the network was trained. */
const MARGIN = 2.3;
/** Of the 71 contour points: the corners, and facing points of the lower and the upper lid. */
const OUTER = 0;
const INNER = 8;
const PAIRS = [
  [3, 11],
  [4, 12],
  [5, 13],
] as const;

/** Lids and gaze of a face whose mesh is known; two runs of the iris network. */
export async function readEyes(image: Image, mesh: FaceMesh, runtime: Runtime): Promise<EyesReading> {
  const [left, right] = [await oneEye(image, mesh, runtime, EYES[0]), await oneEye(image, mesh, runtime, EYES[1])];
  return { openness: (left.openness + right.openness) / 2, gaze: (left.gaze + right.gaze) / 2 };
}

async function oneEye(image: Image, mesh: FaceMesh, runtime: Runtime, eye: Eye): Promise<EyesReading> {
  const crop = warpAffine(image, eyeMap(mesh, eye), IRIS_SIDE, IRIS_SIDE);
  const { contour, iris } = await infer(runtime, irisModel, crop);
  const width = Math.hypot(contour[INNER].x - contour[OUTER].x, contour[INNER].y - contour[OUTER].y);
  if (!(width > 0)) return { openness: 0, gaze: 0 };
  let height = 0;
  for (const [low, up] of PAIRS) height += Math.hypot(contour[up].x - contour[low].x, contour[up].y - contour[low].y);
  const aside = (iris[0].x - (contour[OUTER].x + contour[INNER].x) / 2) / width;
  return { openness: height / PAIRS.length / width, gaze: eye.mirrored ? -aside : aside };
}

/** A square around the eye, level with its corners; a right eye is mirrored into a left one. */
function eyeMap(mesh: FaceMesh, { outer, inner, mirrored }: Eye) {
  const [a, b] = mirrored
    ? [meshPoint(mesh, outer), meshPoint(mesh, inner)]
    : [meshPoint(mesh, inner), meshPoint(mesh, outer)];
  const width = Math.max(1, Math.hypot(b.x - a.x, b.y - a.y));
  const scale = IRIS_SIDE / (MARGIN * width);
  const angle = Math.atan2(b.y - a.y, b.x - a.x);
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  const half = IRIS_SIDE / 2;
  const flip = mirrored ? -1 : 1;
  const m: Affine["m"] = [
    flip * cos,
    flip * sin,
    half - flip * (cos * x + sin * y),
    -sin,
    cos,
    half + sin * x - cos * y,
  ];
  return { m };
}
