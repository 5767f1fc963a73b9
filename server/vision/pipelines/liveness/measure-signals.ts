import { crop } from "@/server/vision/ops/crop";
import { gray } from "@/server/vision/ops/gray";
import { warpAffine } from "@/server/vision/ops/warp-affine";
import { MESH, meshPoint } from "@/server/vision/pipelines/face/mesh-points";
import type { FaceMesh } from "@/server/vision/pipelines/face/types";
import { PASSIVE_SIGNALS } from "@/server/vision/pipelines/liveness/signals";
import type { SignalInput } from "@/server/vision/pipelines/liveness/types";
import type { Affine, Image, Plane } from "@/server/vision/types";

const SKIN_SIDE = 128;

/** Every passive signal of one face, by name; one that cannot be measured on this picture is left out. */
export function measureSignals(given: Omit<SignalInput, "skin" | "patch">): Record<string, number> {
  const { image, mesh } = given;
  const input: SignalInput = {
    ...given,
    skin: warpAffine(image, skinMap(mesh), SKIN_SIDE, SKIN_SIDE, { fill: "edge" }),
    patch: patchAround(image, mesh),
  };
  const out: Record<string, number> = {};
  for (const signal of PASSIVE_SIGNALS) {
    const value = signal.measure(input);
    if (value !== undefined && Number.isFinite(value)) out[signal.id] = value;
  }
  return out;
}

/** Cheek to cheek and brow to chin, level: inside the outline, so that hair and background stay out. */
function skinMap(mesh: FaceMesh): Affine<"source", "skin"> {
  const right = meshPoint(mesh, MESH.rightCheek);
  const left = meshPoint(mesh, MESH.leftCheek);
  const chin = meshPoint(mesh, MESH.chin);
  const brow = meshPoint(mesh, MESH.forehead);
  const angle = Math.atan2(left.y - right.y, left.x - right.x);
  const side = Math.max(
    Math.hypot(left.x - right.x, left.y - right.y),
    Math.hypot(chin.x - brow.x, chin.y - brow.y),
    4,
  );
  const scale = SKIN_SIDE / (0.8 * side);
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale];
  const [x, y] = [(chin.x + brow.x) / 2, (chin.y + brow.y) / 2];
  return { m: [cos, sin, SKIN_SIDE / 2 - cos * x - sin * y, -sin, cos, SKIN_SIDE / 2 + sin * x - cos * y] };
}

/** The largest square of 256 or 128 pixels about the middle of the face that the picture holds, as it is. */
function patchAround(image: Image, mesh: FaceMesh): Plane | undefined {
  const side = [256, 128].find((s) => s <= image.width && s <= image.height);
  if (!side) return undefined;
  const nose = meshPoint(mesh, MESH.noseTip);
  const x = Math.min(image.width - side, Math.max(0, Math.round(nose.x - side / 2)));
  const y = Math.min(image.height - side, Math.max(0, Math.round(nose.y - side / 2)));
  return gray(crop(image, { x, y, width: side, height: side }));
}
