import { MESH } from "@/server/vision/pipelines/face/mesh-points";
import type { FaceMesh, HeadPose } from "@/server/vision/pipelines/face/types";

type Vector = readonly [number, number, number];

const DEGREES = 180 / Math.PI;
/** The line from forehead to chin leans by this much in a frontal face; the median over portraits. */
const FRONTAL_PITCH = -9;

/** How the head is held, from the mesh's own axes: cheek to cheek, and forehead to chin. Degrees. */
export function headPose(mesh: FaceMesh): HeadPose {
  const across = unit(between(mesh, MESH.rightCheek, MESH.leftCheek));
  const down = unit(between(mesh, MESH.forehead, MESH.chin));
  const forward = unit(cross(down, across));
  const eyes = between(mesh, MESH.rightEyeOuter, MESH.leftEyeOuter);
  return {
    yaw: Math.atan2(forward[0], -forward[2]) * DEGREES,
    pitch: -Math.asin(Math.max(-1, Math.min(1, forward[1]))) * DEGREES - FRONTAL_PITCH,
    roll: Math.atan2(eyes[1], eyes[0]) * DEGREES,
  };
}

function between({ xyz }: FaceMesh, from: number, to: number): Vector {
  const [p, q] = [from * 3, to * 3];
  return [xyz[q] - xyz[p], xyz[q + 1] - xyz[p + 1], xyz[q + 2] - xyz[p + 2]];
}

function unit(v: Vector): Vector {
  const length = Math.hypot(...v) || 1;
  return [v[0] / length, v[1] / length, v[2] / length];
}

/** Points out of the face, towards the camera: z is negative for a frontal face. */
function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
