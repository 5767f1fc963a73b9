import { infer } from "@/server/vision/infer";
import { IRIS_SIDE, irisModel } from "@/server/vision/models/iris";
import { warpAffine } from "@/server/vision/ops/warp-affine";
import { MESH, meshPoint } from "@/server/vision/pipelines/face/mesh-points";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Affine, Image, Runtime } from "@/server/vision/types";

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

/** How open the lids are, mean of both eyes: height over width, by the iris network, which sees lids better than the mesh. */
export async function lidOpenness(image: Image, mesh: FaceMesh, runtime: Runtime): Promise<number> {
  const left = await oneEye(image, mesh, runtime, {
    outer: MESH.leftEyeOuter,
    inner: MESH.leftEyeInner,
    mirrored: false,
  });
  const right = await oneEye(image, mesh, runtime, {
    outer: MESH.rightEyeOuter,
    inner: MESH.rightEyeInner,
    mirrored: true,
  });
  return (left + right) / 2;
}

async function oneEye(
  image: Image,
  mesh: FaceMesh,
  runtime: Runtime,
  eye: { outer: number; inner: number; mirrored: boolean },
): Promise<number> {
  const crop = warpAffine(image, eyeMap(mesh, eye), IRIS_SIDE, IRIS_SIDE);
  const { contour } = await infer(runtime, irisModel, crop);
  const width = Math.hypot(contour[INNER].x - contour[OUTER].x, contour[INNER].y - contour[OUTER].y);
  let height = 0;
  for (const [low, up] of PAIRS) height += Math.hypot(contour[up].x - contour[low].x, contour[up].y - contour[low].y);
  return width > 0 ? height / PAIRS.length / width : 0;
}

/** A square around the eye, level with its corners; a right eye is mirrored into a left one. */
function eyeMap(mesh: FaceMesh, { outer, inner, mirrored }: { outer: number; inner: number; mirrored: boolean }) {
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
