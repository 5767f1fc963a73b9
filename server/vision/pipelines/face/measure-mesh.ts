import { infer } from "@/server/vision/infer";
import { FACEMESH_SIDE, faceMesh } from "@/server/vision/models/facemesh";
import { applyAffine, invertAffine } from "@/server/vision/ops/affine";
import { warpReduced } from "@/server/vision/ops/warp-reduced";
import { MESH, meshMean } from "@/server/vision/pipelines/face/mesh-points";
import type { DetectedFace, FaceMesh } from "@/server/vision/pipelines/face/types";
import type { Affine, Image, Point, Runtime } from "@/server/vision/types";

/** The crop is this much larger than the face, as the network was trained. */
const MARGIN = 1.5;

/** The mesh of a detected face. The second pass crops by the first mesh, and is worth its 3 ms. */
export async function measureMesh(image: Image, face: DetectedFace, runtime: Runtime): Promise<FaceMesh> {
  const first = await meshOf(image, runtime, detectionMap(face));
  return meshOf(image, runtime, meshMap(first));
}

/** The mesh of a face whose mesh in the frame before is known: tracking without detection. */
export async function trackMesh(image: Image, before: FaceMesh, runtime: Runtime): Promise<FaceMesh> {
  return meshOf(image, runtime, meshMap(before));
}

async function meshOf(image: Image, runtime: Runtime, map: Affine<"source", "mesh">): Promise<FaceMesh> {
  const crop = warpReduced(image, map, FACEMESH_SIDE, FACEMESH_SIDE);
  const { xyz, presence } = await infer(runtime, faceMesh, crop);
  const back = invertAffine(map);
  const scale = Math.hypot(back.m[0], back.m[3]);
  const out = new Float32Array(xyz.length);
  for (let i = 0; i < xyz.length; i += 3) {
    const p = applyAffine(back, { x: xyz[i], y: xyz[i + 1] });
    out[i] = p.x;
    out[i + 1] = p.y;
    out[i + 2] = xyz[i + 2] * scale;
  }
  return { xyz: out, presence };
}

function detectionMap(face: DetectedFace): Affine<"source", "mesh"> {
  const centre = { x: face.box.x + face.box.width / 2, y: face.box.y + face.box.height / 2 };
  return levelCrop(centre, MARGIN * Math.max(face.box.width, face.box.height), face.points[0], face.points[1]);
}

/** A square around the mesh, level with its eyes. */
function meshMap(mesh: FaceMesh): Affine<"source", "mesh"> {
  const right = meshMean(mesh, [MESH.rightEyeOuter, MESH.rightEyeInner]);
  const left = meshMean(mesh, [MESH.leftEyeOuter, MESH.leftEyeInner]);
  const angle = Math.atan2(left.y - right.y, left.x - right.x);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [u0, u1, v0, v1] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < mesh.xyz.length; i += 3) {
    const u = mesh.xyz[i] * cos + mesh.xyz[i + 1] * sin;
    const v = mesh.xyz[i + 1] * cos - mesh.xyz[i] * sin;
    u0 = Math.min(u0, u);
    u1 = Math.max(u1, u);
    v0 = Math.min(v0, v);
    v1 = Math.max(v1, v);
  }
  const [u, v] = [(u0 + u1) / 2, (v0 + v1) / 2];
  const centre = { x: u * cos - v * sin, y: u * sin + v * cos };
  return levelCrop(centre, MARGIN * Math.max(u1 - u0, v1 - v0, 1), right, left);
}

function levelCrop(centre: Point, side: number, right: Point, left: Point): Affine<"source", "mesh"> {
  const angle = Math.atan2(left.y - right.y, left.x - right.x);
  const scale = FACEMESH_SIDE / side;
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  const half = FACEMESH_SIDE / 2;
  return { m: [cos, sin, half - cos * centre.x - sin * centre.y, -sin, cos, half + sin * centre.x - cos * centre.y] };
}
